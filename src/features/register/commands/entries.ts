import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { choices, need, type Option } from '#kernel/need.ts';
import { InputRefused } from '#kernel/refusal.ts';
import { activePeople } from '#features/people/index.ts';
import { account } from '../lifecycle.ts';
import { ENTERING } from '../listed.ts';
import { networkName } from '../shown.ts';
import { accountKinds, notConnected } from '../words.ts';

/** The networks that the policy names, by the names that people know. */
const networks = need(
  async (_, { policy }) =>
    choices<Option>(
      policy.value('register.networks').networks.map((one) => ({
        id: one.id,
        name: networkName(policy, one.id),
      })),
    ),
  { gate: ENTERING },
);

const details = {
  name: ask.line('Name', { empty: 'Give the account’s name' }),
  handle: ask.maybe('Handle', { hint: 'As the network writes it, without @', max: 300 }),
  purpose: ask.text('What is it for?', { empty: 'Say what it is for', max: 1000 }),
  audience: ask.text('Whom is it for?', { empty: 'Say whom it is for', max: 1000 }),
  owner: ask.maybeChoice('Owner', 'people'),
  deputy: ask.maybeChoice('Deputy', 'people'),
  custody: ask.maybe('Where are its keys kept?', {
    hint: 'The vault and the reference, never the password itself',
    max: 1000,
  }),
  recovery: ask.maybe('Recovery contact', { hint: 'A mailbox or phone of the organisation', max: 300 }),
  secondFactor: ask.oneOf('Second factor', 'Say whether a second factor is on', {
    on: 'On',
    off: 'Off',
    'not-known': 'Not known',
  }),
};
interface Details {
  name: string;
  handle?: string | undefined;
  purpose: string;
  audience: string;
  owner?: string | undefined;
  deputy?: string | undefined;
  custody?: string | undefined;
  recovery?: string | undefined;
  secondFactor: 'on' | 'off' | 'not-known';
}
/** @throws InputRefused where the deputy is the owner: then nobody stands in. */
function columns(input: Details) {
  if (input.owner !== undefined && input.owner === input.deputy)
    throw new InputRefused([{ field: 'deputy', message: 'Choose somebody other than the owner' }]);
  return {
    name: input.name,
    handle: input.handle?.replace(/^@/, '') ?? null,
    purpose: input.purpose,
    audience: input.audience,
    owner: input.owner ?? null,
    deputy: input.deputy ?? null,
    custody_note: input.custody ?? '',
    recovery_contact: input.recovery ?? '',
    second_factor: input.secondFactor,
  };
}

/** Puts an account into the register. */
export const enterAccount = command(account, 'enter', {
  label: 'Enter an account',
  about: 'Puts an account into the register.',
  needs: { networks, people: activePeople },
  input: form({
    network: ask.choice('Which network?', 'Choose the network', 'networks'),
    kind: ask.oneOf('What kind of account is it?', 'Choose the kind', accountKinds),
    ...details,
  }),
  decide: ({ input }) => ({
    create: {
      ...notConnected,
      ...columns(input),
      network: input.network,
      kind: input.kind,
    },
    facts: { network: input.network, kind: input.kind },
  }),
});

export const changeAccount = command(account, 'change', {
  label: 'Change details',
  about: 'Changes what the register says of an account.',
  stale: 'refuse',
  needs: { people: activePeople },
  input: form(details),
  begins: ({ account: row }) => ({
    name: row.name,
    handle: row.handle,
    purpose: row.purpose,
    audience: row.audience,
    owner: row.owner,
    deputy: row.deputy,
    custody: row.custody_note,
    recovery: row.recovery_contact,
    secondFactor: row.second_factor,
  }),
  decide: ({ input }) => ({ set: columns(input) }),
});

/** Somebody made sure that the account is the real one. */
export const verifyAccount = command(account, 'verify', {
  label: 'Record a check',
  about:
    'Records that the account was checked as authentic, how and by whom; the next check is due by the policy.',
  input: form({
    how: ask.oneOf('How was it checked?', 'Choose how', {
      'domain-handle': 'Its handle is our own web domain',
      'site-link': 'Our website links to it',
      'platform-letter': 'The network confirmed it in writing',
      'two-people': 'Two people looked at it together',
    }),
    secondFactor: ask.oneOf('Second factor', 'Say whether a second factor is on', {
      on: 'On',
      off: 'Off',
      'not-known': 'Not known',
    }),
  }),
  decide: ({ input, now, policy, standing }) => {
    const today = now.toZonedDateTimeISO(policy.zone).toPlainDate();
    return {
      set: {
        verified_how: input.how,
        verified_by: standing.actor.kind === 'person' ? standing.actor.id : null,
        verified_on: today,
        second_factor: input.secondFactor,
        check_due_on: today.add({ months: policy.value('register.verify').months }),
      },
      facts: { how: input.how, secondFactor: input.secondFactor },
    };
  },
});

export const closeAccount = command(account, 'close', {
  label: 'Close the account',
  about: 'Takes an account out of use. The register keeps it.',
  input: form({ why: ask.text('Why?', { empty: 'Say why it is closed', max: 1000 }) }),
  decide: ({ input }) => ({
    set: {
      sealed_keys: null,
      sealed_keys_before: null,
      blind_since: null,
      blind_why: null,
      closed_why: input.why,
    },
  }),
});
