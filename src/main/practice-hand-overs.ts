import { addPartner, answer, askDepartment, forDepartment } from '#features/hand-over/index.ts';
import { capture, enquiryToHandOver } from '#features/inbox/index.ts';
import { answeringDepartments, departmentContact, peopleWithRoles } from '#features/people/index.ts';
import { askQuestion } from '#kernel/ask.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { person, systemActor } from '#kernel/rights.ts';
import type { OpenHouse } from './open-house.ts';

/** What was passed on before practice begins: one waits, one is answered, one is overdue. */
const passedOn = [
  {
    hoursAgo: 2,
    department: 'Primary care team',
    handle: 'meadow_lane_mum',
    text: 'Which surgery takes new patients near Meadow Lane? We moved last week.',
    summary: 'Which surgeries near Meadow Lane take new patients?',
    answered: false,
  },
  {
    hoursAgo: 26,
    department: 'Vaccination team',
    handle: 'frank.and.rose',
    text: 'Can we both have the flu jab at one appointment? The page only lets me book for one.',
    summary: 'Can two people be booked into one appointment?',
    answered: true,
  },
  {
    hoursAgo: 24 * 7,
    department: 'Patient advice (PALS)',
    handle: 'waiting_since_may',
    text: 'I wrote to you in May about my appointment letter and nobody has answered.',
    summary: 'Please find out what became of the letter from May.',
    answered: false,
  },
] as const;

const practicePartners = [
  {
    name: 'Larkshire Police, control room',
    kind: 'external',
    contact: 'Call 01632 960 201; in an emergency 999',
    lettersTo: 'control.room@police.example',
    mayReceive: ['words', 'link', 'network', 'when', 'author', 'note'],
  },
  {
    name: 'Regional communications desk',
    kind: 'regional',
    contact: 'On call at any hour: 01632 960 202',
    lettersTo: 'desk@region.example',
    mayReceive: ['words', 'link', 'network', 'when', 'note'],
  },
] as const;

const setup = systemActor('setup');

/** @param moveTo moves the clock of practice: each was passed on in its own time. */
export async function seedHandOvers(
  { house }: OpenHouse,
  moveTo: (instant: Temporal.Instant) => void,
): Promise<void> {
  const read = readerOf(house.store.read());
  const now = house.clock.now();
  const policy = house.policies.inForce(now);
  const { kinds } = policy.value('handover.partners');
  for (const partner of practicePartners) {
    const kind = (kinds.find(({ id }) => id === partner.kind) ?? kinds[0])?.id;
    await perform(house, addPartner, { actor: setup, input: { ...partner, kind }, door: 'cli' });
  }
  const officer = (await peopleWithRoles(read)).find(({ roles }) => roles.includes('communications'));
  if (!officer) return;
  for (const one of passedOn.toReversed()) {
    moveTo(now.subtract({ hours: one.hoursAgo }));
    await passOne({ house }, person(officer.id), one);
  }
  moveTo(now);
}

type One = (typeof passedOn)[number];

async function passOne(
  { house }: Pick<OpenHouse, 'house'>,
  actor: ReturnType<typeof person>,
  one: One,
): Promise<void> {
  const read = readerOf(house.store.read());
  const now = house.clock.now();
  const policy = house.policies.inForce(now);
  const asked = { row: undefined, standing: { actor, name: '', grants: [] }, now, policy };
  const departments = await answeringDepartments.load(read, asked);
  const department = departments.list.find(({ name }) => name === one.department)?.id ?? '';
  const network = policy.value('register.networks').networks[0]?.id;
  const { id: enquiry } = await perform(house, capture, {
    actor,
    input: {
      network,
      kind: policy.value('inbox.kinds').kinds[0]?.id,
      handle: one.handle,
      text: one.text,
      at: now.subtract({ minutes: 20 }).toString({ smallestUnit: 'second' }),
    },
    door: 'web',
  });
  const named = (name: string) => {
    const found = house.commands.get(name);
    if (!found) throw new Error(`There is no command ${name}`);
    return found;
  };
  const version = 2;
  await perform(house, named('enquiry.pass-on'), {
    actor,
    id: enquiry,
    version,
    input: { department, summary: one.summary, consent: false },
    door: 'web',
  });
  const question = house.questions.get('inbox.enquiry');
  const page = question && (await askQuestion(house, question, { actor, input: { id: enquiry } }));
  const { thread, enquiry: facts } = page as {
    thread: { id: string; who: string }[];
    enquiry: { departmentDueAt: string };
  };
  const notice = thread.find((said) => said.id !== enquiry);
  if (notice) await perform(house, named('reply.confirm'), { actor, id: notice.id, input: {}, door: 'web' });
  const [passed] = await house.store.trail.find({ row: enquiry, command: 'enquiry.pass-on' });
  const contact = await departmentContact(read, department);
  const said = await enquiryToHandOver(read, enquiry);
  if (!contact || !said) throw new Error('What was passed on is not there');
  // What the worker would do once it runs; done here, so that it happens in its own time. It is never done twice.
  const { id } = await perform(house, askDepartment, {
    actor: setup,
    input: {
      enquiry,
      department,
      receiver: contact.name,
      addresses: contact.addresses,
      passedOn: passed?.entry.at ?? now.toString(),
      due: facts.departmentDueAt,
      reason: 'It was passed on to be answered',
      content: JSON.stringify(forDepartment(said)),
    },
    door: 'cli',
  });
  if (!one.answered) return;
  const today = now.toZonedDateTimeISO(policy.zone).toPlainDate().toString();
  await perform(house, answer, {
    actor: systemActor('receiver'),
    id,
    input: { how: 'telephone', on: today },
    door: 'web',
  });
}
