/** What a key does on a page. Rows are marked `data-row`; a key presses what is marked `data-key` with its letter. */
export type Deed =
  | { readonly deed: 'row'; readonly step: 1 | -1 }
  | { readonly deed: 'open' }
  | { readonly deed: 'press'; readonly key: string }
  | { readonly deed: 'search' }
  | { readonly deed: 'help' };

const deeds: Readonly<Record<string, Deed>> = {
  j: { deed: 'row', step: 1 },
  k: { deed: 'row', step: -1 },
  o: { deed: 'open' },
  r: { deed: 'press', key: 'r' },
  e: { deed: 'press', key: 'e' },
  c: { deed: 'press', key: 'c' },
  '/': { deed: 'search' },
  '?': { deed: 'help' },
};

interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The deed of a stroke; undefined while somebody writes, and for the browser's own combinations. */
export function deedOf(stroke: Stroke, writing: boolean): Deed | undefined {
  if (writing || stroke.ctrlKey || stroke.metaKey || stroke.altKey) return undefined;
  return deeds[stroke.key];
}

/** The row to go to from here; the first where none is held yet. */
export function nextRow(current: number, step: 1 | -1, of: number): number {
  if (of === 0) return -1;
  return current < 0 ? 0 : Math.min(of - 1, Math.max(0, current + step));
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const linkOf = (row: Element | undefined): HTMLElement | null | undefined =>
  row?.querySelector<HTMLElement>('a[href]');

/** Single keys for lists. Everything they do can be done by links and buttons; people may switch them off. */
export class KeyShortcuts extends HTMLElement {
  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || localStorage.getItem('signpost keys') === 'off') return;
    const deed = deedOf(event, isWriting(event.target));
    if (deed && this.does(deed)) event.preventDefault();
  };

  connectedCallback(): void {
    document.addEventListener('keydown', this.onKey);
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.onKey);
  }

  private does(deed: Deed): boolean {
    const rows = [...document.querySelectorAll('[data-row]')];
    const current = rows.findIndex((row) => row.contains(document.activeElement));
    if (deed.deed === 'row') return focus(linkOf(rows[nextRow(current, deed.step, rows.length)]));
    if (deed.deed === 'open') return press(linkOf(rows[current]));
    if (deed.deed === 'search') return focus(document.querySelector<HTMLElement>('input[type=search]'));
    if (deed.deed === 'help') return press(document.querySelector<HTMLElement>('a[href="/help/keys"]'));
    return reach(document.querySelector<HTMLElement>(`[data-key="${deed.key}"]`));
  }
}

function focus(element: HTMLElement | null | undefined): boolean {
  element?.focus();
  return element !== null && element !== undefined;
}

function press(element: HTMLElement | null | undefined): boolean {
  element?.click();
  return element !== null && element !== undefined;
}

/** A box is gone to, a button or a link pressed. */
const reach = (element: HTMLElement | null): boolean =>
  isWriting(element) ? focus(element) : press(element);
