import type { Actor } from '#kernel/rights.ts';
import { Complaint, Usage } from './complaint.ts';
import type { CliIo, Opened, Place } from './ports.ts';

/** Who acts: the person of `--as` in practice mode, otherwise whose session token stands in the environment. */
export async function callerOf(
  io: CliIo,
  opened: Opened,
  as: string | undefined,
): Promise<Actor | undefined> {
  if (as !== undefined) {
    if (!opened.house.practice)
      throw new Usage('--as works in practice mode only. Set SIGNPOST_TOKEN instead.');
    const actor = await opened.actorNamed(as);
    if (!actor) throw new Complaint(`Nobody here has the address ${as}.`);
    return actor;
  }
  if (io.token === undefined) return undefined;
  return opened.actorOf(new Headers({ authorization: `Bearer ${io.token}` }));
}

/** @throws Complaint where nobody is known to act. */
export async function knownCaller(io: CliIo, opened: Opened, as: string | undefined): Promise<Actor> {
  const actor = await callerOf(io, opened, as);
  if (actor) return actor;
  const why = io.token === undefined ? 'Nobody is signed in.' : 'The session of SIGNPOST_TOKEN has ended.';
  const practice = opened.house.practice ? ' Or add --as with the e-mail address of a person here.' : '';
  throw new Complaint(
    `${why} Sign in on the web, make a token on the page of your account, and set SIGNPOST_TOKEN to it.${practice}`,
  );
}

/** Opens the installation as a guest, and closes it whatever happens. */
export async function withOpened<T>(
  io: CliIo,
  place: Place,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const opened = await io.run.open(place);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}
