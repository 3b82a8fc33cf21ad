const PREFIX = 'signpost draft ';

/**
 * `<draft-keep name="..."><textarea>`: what is typed stays in this browser tab until it has been sent, so that
 * a lost connection or a closed lid loses nothing. Never leaves the tab, and goes with it.
 */
export class DraftKeep extends HTMLElement {
  connectedCallback(): void {
    const area = this.querySelector('textarea');
    const name = this.getAttribute('name');
    if (!area || name === null) return;
    const key = PREFIX + name;
    const kept = sessionStorage.getItem(key);
    if (kept !== null && area.value === '' && kept !== '') {
      area.value = kept;
      area.dispatchEvent(new Event('input', { bubbles: true }));
      this.say('What you had written is still here.');
    }
    area.addEventListener('input', () => {
      if (area.value === '') sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, area.value);
    });
  }

  private say(words: string): void {
    const note = document.createElement('p');
    note.className = 'nhsuk-hint sp-draft';
    note.setAttribute('role', 'status');
    note.textContent = words;
    this.append(note);
  }
}

const drafts = (storage: Pick<Storage, 'length' | 'key'>): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((name) =>
    name.startsWith(PREFIX),
  );

/** Drops the drafts whose form was done: the page that follows carries the form's path. */
export function dropDrafts(root: ParentNode, storage: Pick<Storage, 'length' | 'key' | 'removeItem'>): void {
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
