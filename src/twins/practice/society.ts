/** Who is on the practice network and what they wrote, worked out from the log. Pure, but for its own maps. */
import type { Line, PostEntry } from './entries.ts';

export interface Member {
  readonly handle: string;
  readonly name: string;
  readonly about: string;
  readonly lock: string | undefined;
}

export interface Post extends PostEntry {
  /** Number of the line that last changed it. */
  readonly changed: number;
  readonly state: 'as-written' | 'edited' | 'withdrawn';
  readonly hidden: boolean;
}

export type Against = Extract<Line, { what: 'against' }>['how'];

export interface Society {
  readonly members: ReadonlyMap<string, Member>;
  readonly posts: ReadonlyMap<string, Post>;
  /** Ids by account and key. */
  readonly keys: ReadonlyMap<string, string>;
  /** Does this account restrict or block this person now? */
  holdsAgainst(account: string, how: Against, handle: string): boolean;
  readonly lines: readonly Line[];
  apply(line: Line): void;
}

export const keyOf = (handle: string, key: string): string => `${handle} ${key}`;

export function society(): Society {
  const members = new Map<string, Member>();
  const posts = new Map<string, Post>();
  const keys = new Map<string, string>();
  const against = new Set<string>();
  const holdsAgainst = (account: string, how: Against, handle: string) =>
    against.has(`${account} ${how} ${handle}`);
  /** What somebody restricted writes under our posts, others do not see by default. */
  const beginsHidden = ({ root, by }: PostEntry) =>
    root !== undefined && holdsAgainst(posts.get(root)?.by ?? '', 'restricted', by);
  const lines: Line[] = [];
  const change = (id: string, changes: Partial<Post>) => {
    const post = posts.get(id);
    if (post) posts.set(id, { ...post, ...changes });
  };
  const apply = (line: Line) => {
    lines.push(line);
    const changed = line.number;
    switch (line.what) {
      case 'account':
        members.set(line.handle, {
          handle: line.handle,
          name: line.name,
          about: line.about,
          lock: line.lock,
        });
        break;
      case 'post':
        posts.set(line.id, { ...line, changed, state: 'as-written', hidden: beginsHidden(line) });
        if (line.key) keys.set(keyOf(line.by, line.key), line.id);
        break;
      case 'edited':
        change(line.id, { text: line.text, state: 'edited', changed });
        break;
      case 'withdrawn':
        change(line.id, { text: '', pictures: [], state: 'withdrawn', changed });
        break;
      case 'hidden':
      case 'shown':
        change(line.id, { hidden: line.what === 'hidden' });
        break;
      case 'against': {
        const said = `${line.by} ${line.how} ${line.handle}`;
        if (line.holds) against.add(said);
        else against.delete(said);
        break;
      }
      case 'report':
        break;
    }
  };
  return { members, posts, keys, holdsAgainst, lines, apply };
}

/** What anybody may see of a post: not private, not taken back. */
export const isPublic = (post: Post): boolean => post.kind !== 'direct-message' && post.state !== 'withdrawn';

/** The lines after that number that are in this account's inbox, as they stood then. */
export function* inboxOf(
  all: Society,
  handle: string,
  after: number,
): Generator<{ number: number; post: Post }> {
  for (const line of all.lines.slice(after)) {
    if (line.what !== 'post' && line.what !== 'edited' && line.what !== 'withdrawn') continue;
    const post = all.posts.get(line.id);
    if (!post || post.to !== handle) continue;
    // Words that were taken back since are not handed out again.
    yield { number: line.number, post };
  }
}

/** What stands above it, itself, then what answers it. */
export function threadOf(all: Society, id: string): readonly Post[] {
  const itself = all.posts.get(id);
  if (!itself) return [];
  const above: Post[] = [];
  for (let next = itself.parent; next !== undefined;) {
    const post = all.posts.get(next);
    if (post) above.unshift(post);
    next = post?.parent;
  }
  const below = [...all.posts.values()].filter((post) => post.parent === id);
  return [...above, itself, ...below].filter((post) => post.state !== 'withdrawn');
}
