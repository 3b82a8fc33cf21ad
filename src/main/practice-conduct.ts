import { approve, block, hide, hideDetails } from '#features/conduct/index.ts';
import { receive } from '#features/inbox/index.ts';
import { peopleWithRoles } from '#features/people/index.ts';
import { connectedAccounts, type ConnectedAccount } from '#features/register/index.ts';
import type { AnyCommand } from '#kernel/command.ts';
import { newId } from '#kernel/ids.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { person, systemActor, type Actor } from '#kernel/rights.ts';
import type { Role } from '#kernel/roles.ts';
import type { OpenHouse } from './open-house.ts';
import type { Seeding } from './practice-seed.ts';

interface Said {
  readonly minutesAgo: number;
  readonly handle: string;
  readonly name: string;
  readonly text: string;
}

const rude: Said = {
  minutesAgo: 830,
  handle: 'grim.gary',
  name: 'Gary G',
  text: 'That receptionist at Amberley is a stupid cow and everybody should tell her so to her face.',
};
const rudeAgain: Said = {
  minutesAgo: 640,
  handle: 'rant.alot',
  name: 'Rant A Lot',
  text: 'Idiots, all of you. I will keep posting this under everything you ever write. Idiots.',
};
const shows: Said = {
  minutesAgo: 55,
  handle: 'worried.wilma',
  name: 'Wilma Ash',
  text: 'Can somebody help my neighbour Ann Pole, 4 Mill Lane, her number is 07700 900123, she cannot get her insulin.',
};

/** Under a post of ours: a hidden insult, somebody blocked whose review is due soon, and details that were hidden. */
export async function seedConduct(opened: OpenHouse, seeding: Seeding): Promise<void> {
  const read = readerOf(opened.house.store.read());
  const [account] = await connectedAccounts(read);
  const handle = account?.handle;
  if (!account || handle === undefined || handle === null) return;
  const who = await byRole(opened);
  const now = opened.house.clock.now();
  seeding.at(now.subtract({ hours: 20 }));
  const text =
    'The walk-in centre in Amberley opens at eight from Monday. What do you think of the new hours?';
  const post = await seeding.network.put(handle, newId(), { text, pictures: [] });
  const under = (said: Said) => comment(opened, seeding, account, post.id, said);
  const [first, second, third] = [await under(rude), await under(rudeAgain), await under(shows)];
  seeding.at(undefined);
  const beyond = 'It calls people names';
  await doing(opened, who('communications'), hide, {
    enquiry: first,
    houseRule: 'respect',
    why: 'It insults a receptionist and calls on others to do so',
    beyond,
  });
  await doing(opened, who('communications'), hideDetails, { enquiry: third });
  await doing(opened, who('duty-manager'), hide, {
    enquiry: second,
    houseRule: 'respect',
    why: 'Insults',
    beyond,
  });
  const today = now.toZonedDateTimeISO(opened.house.policies.inForce(now).zone).toPlainDate();
  const { id } = await doing(opened, who('duty-manager'), block, {
    enquiry: second,
    houseRule: 'subject',
    why: 'The same insults under every post, after being hidden',
    beyond,
    reviewOn: today.add({ days: 10 }).toString(),
  });
  await perform(opened.house, approve, { actor: who('director'), id, input: {}, door: 'cli' });
}

const doing = (opened: OpenHouse, actor: Actor, command: AnyCommand, input: Record<string, unknown>) =>
  perform(opened.house, command, { actor, input, door: 'cli' });

async function byRole(opened: OpenHouse): Promise<(role: Role) => Actor> {
  const people = await peopleWithRoles(readerOf(opened.house.store.read()));
  return (role) => {
    const found = people.find((one) => one.roles.includes(role));
    if (!found) throw new Error(`Nobody in practice mode has the role ${role}`);
    return person(found.id);
  };
}

/** Somebody writes under our post, and it is taken in at once, as the collector would. @returns the enquiry's id. */
async function comment(
  opened: OpenHouse,
  { network, address, at }: Seeding,
  account: ConnectedAccount,
  post: string,
  { minutesAgo, handle, name, text }: Said,
): Promise<string> {
  const said = opened.house.clock.now().subtract({ minutes: minutesAgo });
  at(said);
  await network.join(handle, name, '');
  const { id: remote } = await network.say(
    handle,
    { text, pictures: [], replyTo: post },
    undefined,
    'comment',
  );
  const { id } = await doing(opened, systemActor('collector'), receive, {
    network: account.network,
    account: account.id,
    accountName: account.name,
    remote,
    root: post,
    kind: 'comment',
    authorId: handle,
    authorHandle: handle,
    authorName: name,
    text,
    pictures: [],
    permalink: `${address}/posts/${remote}`,
    visibility: 'public',
    replyMax: 500,
    at: said.toString(),
    firstRead: said.subtract({ hours: 24 }).toString(),
  });
  return id;
}
