import { deedOf, nextRow, type Deed } from './deeds.ts';

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
