const PREFIX = 'signpost draft ';

/** Under which name the words of one box are kept. */
export const draftName = (box: string): string => PREFIX + box;

const drafts = (storage: Pick<Storage, 'length' | 'key'>): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((name) =>
    name.startsWith(PREFIX),
  );

/** A page that may say which forms were done: a `Document`, as far as it is needed here. */
export interface Done {
  querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null }>;
}

/** Drops the drafts whose form was done: the page that follows carries the form's path. */
export function dropDrafts(root: Done, storage: Pick<Storage, 'length' | 'key' | 'removeItem'>): void {
  for (const done of root.querySelectorAll('[data-done]')) {
    const path = done.getAttribute('data-done') ?? '';
    for (const name of drafts(storage)) if (name.startsWith(`${PREFIX}${path} `)) storage.removeItem(name);
  }
}

const OWNER = 'signpost drafts of';

/** Drafts belong to the person who wrote them: when somebody else signs in in this tab, they go. */
export function dropOthers(person: string | undefined, storage: Storage): void {
  if (person === undefined) return;
  if (storage.getItem(OWNER) !== person) dropAll(storage);
  storage.setItem(OWNER, person);
}

/** On signing out. */
export function dropAll(storage: Pick<Storage, 'length' | 'key' | 'removeItem'>): void {
  for (const name of drafts(storage)) storage.removeItem(name);
}
