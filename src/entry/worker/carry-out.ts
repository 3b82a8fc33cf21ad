import { effectQueue } from '#kernel/event.ts';
import type { House } from '#kernel/house.ts';
import { madeAt } from '#kernel/ids.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { InputRefused, Refused } from '#kernel/refusal.ts';
import { systemActor } from '#kernel/rights.ts';
import { isFault, NetworkFault } from '#networks/fault.ts';
import type { Call, Network, Part } from '#networks/network.ts';
import type { Hold } from '#networks/moderate.ts';
import {
  begin,
  handOn,
  hold,
  markDone,
  markRefused,
  markUnknown,
  measureToCarryOut,
  type MeasureToCarryOut,
} from '#features/conduct/index.ts';
import { warn } from '#features/inbox/index.ts';
import type { AnyCommand } from '#kernel/command.ts';
import type { Jobs, Log } from './jobs.ts';
import type { Reach } from './reach.ts';

/**
 * Carries measures out, each once. Claim with a lease, look first after any doubt, call the network outside any
 * transaction, then record what it said. What cannot be told is shown to a person and never tried blindly.
 */
export async function startCarryingOut(house: House, jobs: Jobs, reach: Reach, log: Log): Promise<void> {
  await jobs.work(
    effectQueue('conduct.carry-out'),
    async (job) => {
      const id = job.ids['measure'];
      if (typeof id === 'string') await carryOutMeasure(house, reach, log, id);
    },
    { concurrency: 2 },
  );
}

type Outcome =
  | { readonly is: 'done'; readonly caseNumber?: string }
  | { readonly is: 'by-hand'; readonly because: string }
  | { readonly is: 'handed-on' }
  | { readonly is: 'refused'; readonly reason: string };

/** One measure, from claim to record. Safe to call any number of times, from any number of workers. */
export async function carryOutMeasure(house: House, reach: Reach, log: Log, id: string): Promise<void> {
  if (!(await claimed(house, id))) return;
  const measure = await measureToCarryOut(readerOf(house.store.read()), id);
  if (!measure) return;
  try {
    const outcome =
      measure.kind === 'warn' ? await warned(house, measure) : await onNetwork(house, reach, measure);
    await record(house, measure, outcome);
  } catch (error) {
    if (!isFault(error)) throw error;
    await recordFault(house, log, measure, error);
  }
}

const doing = (house: House, command: AnyCommand, id: string, input: Record<string, unknown>) =>
  perform(house, command, { actor: systemActor('sender'), id, input, door: 'worker' });

async function claimed(house: House, id: string): Promise<boolean> {
  try {
    await doing(house, begin, id, {});
    return true;
  } catch (error) {
    if (error instanceof Refused && error.code !== 'kernel.not-yours') return false;
    throw error;
  }
}

/** The inbox takes the warning once, whatever happens to this attempt: the measure's id is the key. */
async function warned(house: House, measure: MeasureToCarryOut): Promise<Outcome> {
  const { templates } = house.policies.get(measure.policy).value('conduct.warning');
  if (await olderThanRestore(house, measure))
    throw new NetworkFault('unknown', 'Nobody can tell whether the warning went out.');
  const text = templates.find((one) => one.id === measure.template)?.text;
  if (text === undefined) return { is: 'refused', reason: 'These words are no longer approved.' };
  try {
    await perform(house, warn, {
      actor: systemActor('sender'),
      id: measure.enquiry,
      input: { text, by: measure.asked_by },
      key: measure.id,
      door: 'worker',
    });
    return { is: 'handed-on' };
  } catch (error) {
    if (error instanceof InputRefused)
      return { is: 'refused', reason: error.errors.map((one) => one.message).join(' ') };
    if (error instanceof Refused && error.code !== 'kernel.not-yours')
      return { is: 'refused', reason: error.message };
    throw error;
  }
}

async function onNetwork(house: House, reach: Reach, measure: MeasureToCarryOut): Promise<Outcome> {
  const { account, remote } = measure;
  if (account === null || remote === null)
    return { is: 'by-hand', because: 'No program reads this account.' };
  const network = await reach.networkOf(account);
  const call = await reach.call(account);
  const inDoubt = measure.in_doubt || (await olderThanRestore(house, measure));
  if (measure.kind === 'report') return reported(house, network, call, { ...measure, remote, inDoubt });
  const part = holdOf(network, measure);
  if (!part.present) return { is: 'by-hand', because: part.reason };
  const of = measure.kind === 'hide' ? remote : measure.author;
  if (of === null) return { is: 'refused', reason: 'The network does not say who this is.' };
  if (inDoubt && (await part.holds(call, of)) === !measure.undoing) return { is: 'done' };
  const moderated = await part[measure.undoing ? 'end' : 'begin'](call, of);
  return moderated.state === 'done' ? { is: 'done' } : { is: 'by-hand', because: moderated.steps.join(' ') };
}

function holdOf({ moderate }: Network, { kind }: MeasureToCarryOut): Part<Hold> {
  if (!moderate.present) return moderate;
  if (kind === 'hide' || kind === 'restrict' || kind === 'block') return moderate[kind];
  throw new Error(`${kind} is nothing that a network holds`);
}

/** A network opens a new case for each report, and nothing tells whether an earlier attempt arrived: a person looks. */
async function reported(
  house: House,
  { report }: Network,
  call: Call,
  measure: MeasureToCarryOut & { readonly remote: string; readonly inDoubt: boolean },
): Promise<Outcome> {
  if (!report.present) return { is: 'by-hand', because: report.reason };
  if (measure.inDoubt) throw new NetworkFault('unknown', 'Nobody can tell whether the report arrived.');
  const { rules } = house.policies.get(measure.policy).value('conduct.house-rules');
  const rule = rules.find((one) => one.id === measure.house_rule)?.name ?? measure.house_rule;
  const words = `${rule}: ${measure.why}`;
  const why = measure.report_as ?? 'abuse';
  const { id } =
    measure.report_of === 'account' && measure.author !== null
      ? await report.account(call, measure.author, why, words)
      : await report.post(call, measure.remote, why, words);
  return { is: 'done', caseNumber: id };
}

/**
 * What is older than a restore may have been done between the backup and the restore, and its record was lost; unless
 * a person has looked.
 */
async function olderThanRestore(house: House, { id, held_why: held }: MeasureToCarryOut): Promise<boolean> {
  if (held === 'looked') return false;
  const restored = await house.store.lastRestore();
  return restored !== undefined && Temporal.Instant.compare(madeAt(id), restored) <= 0;
}

async function record(house: House, { id, attempts: attempt }: MeasureToCarryOut, outcome: Outcome) {
  switch (outcome.is) {
    case 'done':
      return doing(house, markDone, id, { caseNumber: outcome.caseNumber ?? '' });
    case 'handed-on':
      return doing(house, handOn, id, { attempt });
    case 'by-hand':
      return doing(house, hold, id, { attempt, why: 'by-hand', because: outcome.because });
    case 'refused':
      return doing(house, markRefused, id, { attempt, reason: outcome.reason });
  }
}

/** How often it looks and tries again by itself before a person is asked. */
const TRIES = 6;

async function recordFault(house: House, log: Log, measure: MeasureToCarryOut, fault: NetworkFault) {
  const { id, kind, attempts: attempt } = measure;
  log.warn(
    { measure: id, account: measure.account, fault: fault.kind, code: fault.code },
    'the network did not take a measure',
  );
  switch (fault.kind) {
    case 'refused':
    case 'window-closed':
      return doing(house, markRefused, id, { attempt, reason: fault.message });
    case 'busy':
    case 'away':
    case 'keys':
      return doing(house, hold, id, { attempt, why: fault.kind, until: retryAt(house, attempt, fault) });
    case 'unknown':
      // What can be looked at settles itself; a report or a warning cannot.
      return kind !== 'report' && kind !== 'warn' && attempt < TRIES
        ? doing(house, hold, id, { attempt, why: 'unknown', until: retryAt(house, attempt, fault) })
        : doing(house, markUnknown, id, { attempt });
  }
}

/** The network's own moment, or a back-off of 15 s doubling to 16 minutes. */
function retryAt(house: House, attempt: number, fault: NetworkFault): string {
  if (fault.until) return fault.until.toString();
  const seconds = Math.min(15 * 2 ** Math.max(0, attempt - 1), 960);
  return house.clock.now().add({ seconds }).toString();
}
