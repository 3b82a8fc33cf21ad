/** What can be done on the practice network, one after the other, each on the disk before it is answered. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry, kinds, Line } from './entries.ts';
import { openLog } from './log.ts';
import { keyOf, society, type Against, type Post, type Society } from './society.ts';

export const MOST_CHARACTERS = 500;

/** A refusal as the practice network words it; `status` is HTTP's. */
export class PracticeRefusal extends Error {
  override name = 'PracticeRefusal';
  readonly status: number;
  readonly word: string;
  constructor(status: number, word: string, message: string) {
    super(message);
    this.status = status;
    this.word = word;
  }
}

export interface Written {
  readonly text: string;
  readonly pictures: readonly { readonly alt: string; readonly bytes: Uint8Array }[];
  readonly replyTo?: string | undefined;
}

export interface Practice {
  readonly all: Society;
  readonly folder: string;
  /** @throws 401 where it is not this account's key. */
  admit(handle: string, key: string | undefined): void;
  /** Somebody of the public has no key. An account that is there keeps its key. */
  join(handle: string, name: string, about: string, key?: string): Promise<void>;
  /** The same key gives the same post. @throws 409 where it was used for other words. */
  put(handle: string, key: string, written: Written): Promise<Post>;
  say(handle: string, written: Written, to?: string, kind?: (typeof kinds)[number]): Promise<Post>;
  edit(id: string, by: string, text: string): Promise<void>;
  withdraw(id: string, by: string): Promise<void>;
  hide(id: string, account: string, hidden: boolean): Promise<void>;
  against(account: string, how: Against, handle: string, holds: boolean): Promise<void>;
  report(by: string, subject: string, why: string, words: string): Promise<Line>;
  close(): Promise<void>;
}

/** @param now the time for what is written from here on. */
export async function openPractice(folder: string, now: () => Temporal.Instant): Promise<Practice> {
  const { log, lines } = await openLog(folder);
  const all = society();
  for (const line of lines) all.apply(line);
  const record = async (entry: Entry): Promise<Line> => {
    const line: Line = { number: all.lines.length + 1, at: now().toString(), ...entry };
    await log.append(line);
    all.apply(line);
    return line;
  };
  const inTurn = turns();
  const writePost = (
    entry: Omit<Extract<Entry, { what: 'post' }>, 'what' | 'id' | 'pictures'>,
    written: Written,
  ) => store(folder, all, record, entry, written);
  return {
    all,
    folder,
    admit: (handle, key) => admit(all, handle, key),
    join: (handle, name, about, key) =>
      inTurn(async () => {
        if (all.members.has(handle)) return;
        await record({ what: 'account', handle, name, about, ...(key && { lock: digest(key) }) });
      }),
    put: (handle, key, written) =>
      inTurn(async () => {
        const print = fingerprint(written);
        const before = all.posts.get(all.keys.get(keyOf(handle, key)) ?? '');
        if (before && before.digest !== print)
          throw new PracticeRefusal(409, 'KeyUsed', 'This key was used for other words.');
        return before ?? writePost({ by: handle, key, digest: print, text: written.text }, written);
      }),
    say: (handle, written, to, kind) =>
      inTurn(async () => {
        const addressed = addressee(all, written.replyTo, to, kind);
        if (addressed.to !== undefined && all.holdsAgainst(addressed.to, 'blocked', handle))
          throw new PracticeRefusal(403, 'Blocked', 'That account has blocked you.');
        return writePost({ by: handle, text: written.text, ...addressed }, written);
      }),
    edit: (id, by, text) =>
      inTurn(async () => void (own(all, id, by) && (await record({ what: 'edited', id, text })))),
    withdraw: (id, by) =>
      inTurn(async () => void (own(all, id, by) && (await record({ what: 'withdrawn', id })))),
    hide: (id, account, hidden) =>
      inTurn(async () => {
        const post = all.posts.get(id);
        if (!post?.root || all.posts.get(post.root)?.by !== account) {
          throw new PracticeRefusal(
            403,
            'NotYours',
            'Only what stands under a post of your own can be hidden.',
          );
        }
        if (post.hidden !== hidden) await record({ what: hidden ? 'hidden' : 'shown', id });
      }),
    against: (account, how, handle, holds) =>
      inTurn(async () => {
        if (!all.members.has(handle))
          throw new PracticeRefusal(404, 'NotFound', 'There is nobody of that name.');
        if (all.holdsAgainst(account, how, handle) === holds) return;
        await record({ what: 'against', by: account, how, handle, holds });
      }),
    report: (by, subject, why, words) =>
      inTurn(() => record({ what: 'report', id: `r${all.lines.length + 1}`, by, subject, why, words })),
    close: () => inTurn(() => log.close()),
  };
}

/** One after the other, so that two of the same key cannot both find it unused. */
function turns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
}

const digest = (words: string | Uint8Array): string => createHash('sha256').update(words).digest('hex');

const fingerprint = ({ text, replyTo, pictures }: Written): string =>
  digest(
    JSON.stringify([text, replyTo ?? null, pictures.map((picture) => [picture.alt, digest(picture.bytes)])]),
  );

function admit(all: Society, handle: string, key: string | undefined): void {
  const lock = all.members.get(handle)?.lock;
  if (!lock || !key || !timingSafeEqual(Buffer.from(lock), Buffer.from(digest(key)))) {
    throw new PracticeRefusal(401, 'WrongKey', 'That is not the key of this account.');
  }
}

function own(all: Society, id: string, by: string): boolean {
  const post = all.posts.get(id);
  if (post && post.by !== by) throw new PracticeRefusal(403, 'NotYours', 'Somebody else wrote that.');
  return post !== undefined && post.state !== 'withdrawn';
}

/** Whose inbox it comes to, and as what. */
function addressee(all: Society, replyTo: string | undefined, to: string | undefined, kind: Post['kind']) {
  const parent = replyTo === undefined ? undefined : all.posts.get(replyTo);
  const root = parent && (all.posts.get(parent.root ?? parent.id) ?? parent);
  const answers = [parent?.by, root?.by, parent?.to].find(
    (handle) => handle && all.members.get(handle)?.lock,
  );
  const whose = to ?? answers;
  const usual = parent ? (parent.id === root?.id ? 'comment' : 'reply') : 'mention';
  return whose
    ? { to: whose, kind: kind ?? (parent?.kind === 'direct-message' ? 'direct-message' : usual) }
    : {};
}

async function store(
  folder: string,
  all: Society,
  record: (entry: Entry) => Promise<Line>,
  entry: Omit<Extract<Entry, { what: 'post' }>, 'what' | 'id' | 'pictures'>,
  written: Written,
): Promise<Post> {
  if (Array.from(written.text).length > MOST_CHARACTERS) {
    throw new PracticeRefusal(422, 'TooLong', `At most ${MOST_CHARACTERS} characters.`);
  }
  const parent = written.replyTo === undefined ? undefined : all.posts.get(written.replyTo);
  if (written.replyTo !== undefined && (!parent || parent.state === 'withdrawn')) {
    throw new PracticeRefusal(422, 'NothingToAnswer', 'What this answers is not there.');
  }
  const pictures = await Promise.all(written.pictures.map((picture) => keepPicture(folder, picture)));
  const id = `p${all.lines.length + 1}`;
  await record({
    what: 'post',
    id,
    ...entry,
    pictures,
    ...(parent && { parent: parent.id, root: parent.root ?? parent.id }),
    ...(parent?.kind === 'direct-message' && { kind: 'direct-message' as const }),
  });
  const post = all.posts.get(id);
  if (!post) throw new Error('A post that was just written is missing');
  return post;
}

async function keepPicture(folder: string, picture: { alt: string; bytes: Uint8Array }) {
  const file = digest(picture.bytes);
  await mkdir(join(folder, 'pictures'), { recursive: true });
  const handle = await open(join(folder, 'pictures', file), 'w');
  await handle.writeFile(picture.bytes);
  await handle.sync();
  await handle.close();
  return { alt: picture.alt, file };
}
