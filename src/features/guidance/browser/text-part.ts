import { findingsList, markedText, type Presses } from './show-findings.ts';
import { heard, make } from './make.ts';
import type { Answer, Shown, ShownFinding } from './messages.ts';
import { lengthInWords, summaryOf } from './words.ts';

export interface TextPartOptions {
  readonly root: HTMLElement;
  /** Asks anew about what stands there now. */
  readonly ask: () => void;
  readonly say: (words: string, wait?: number) => void;
}

/** A box of words, and beside it what stands out in them: for a post and for a profile. */
export class TextPart {
  readonly #options: TextPartOptions;
  readonly #area: HTMLTextAreaElement;
  readonly #list: HTMLElement;
  readonly #summary: HTMLElement;
  readonly #heading: HTMLElement;
  /** What stood there before each press of a button, newest last. */
  #before: string[] = [];
  #shown = '';
  /** Where the focus goes once the answer to a press is there: to the button at this place in the list. */
  #focusNext: number | undefined;

  constructor(options: TextPartOptions) {
    const { root } = options;
    const [area, list, summary, heading] = [
      root.querySelector('textarea'),
      root.querySelector<HTMLElement>('[data-list]'),
      root.querySelector<HTMLElement>('[data-summary]'),
      root.querySelector('h3'),
    ];
    if (!area || !list || !summary || !heading)
      throw new Error('The page of the check lacks one of its places');
    this.#options = options;
    this.#area = area;
    this.#list = list;
    this.#summary = summary;
    this.#heading = heading;
    // Some browsers' and add-ons' own checkers send words to their makers; what stands here stays here.
    area.dataset['gramm'] = 'false';
    this.show({ findings: [], questions: [], stretches: [] }, '');
  }

  get text(): string {
    return this.#area.value;
  }

  clear(): void {
    this.#area.value = '';
    this.#before = [];
    this.#shown = '';
    this.show({ findings: [], questions: [], stretches: [] }, '');
  }

  tooMuch(): void {
    this.#shown = '';
    const words = 'This text takes too long to look at. Check it in shorter pieces.';
    this.#summary.textContent = words;
    this.#list.replaceChildren();
    this.#options.say(words);
  }

  /** @param more what is read out besides; empty where there is nothing. */
  show(shown: Shown, text: string, more = ''): void {
    const words = summaryOf(text, shown.findings, shown.questions.length);
    const changed = JSON.stringify([shown, text]);
    if (changed !== this.#shown) {
      this.#shown = changed;
      this.#summary.textContent = words;
      this.#redraw(shown, text);
    }
    if (text !== '') this.#options.say(`${words} ${more}`.trim());
  }

  #redraw({ findings, questions, stretches }: Shown, text: string): void {
    const focused =
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset['press'] : undefined;
    const presses: Presses = {
      fix: (found) => this.#fix(found, text),
      point: (found) => this.#point(found),
    };
    const marked = stretches.some((one) => one.does !== null || one.words.startsWith('['))
      ? [make('h4', 'nhsuk-heading-xs sp-found__group', 'Where it stands'), markedText(stretches)]
      : [];
    this.#list.replaceChildren(
      ...this.#undo(),
      ...(text.trim() === '' ? [] : [...marked, ...findingsList(findings, questions, presses)]),
    );
    this.#refocus(focused);
  }

  #undo(): HTMLElement[] {
    if (this.#before.length === 0) return [];
    const button = make('button', 'sp-link-button', 'Undo the last change');
    button.type = 'button';
    button.addEventListener('click', () => {
      this.#area.value = this.#before.pop() ?? this.#area.value;
      this.#options.say('Undone.', 0);
      this.#focusNext = 0;
      this.#options.ask();
    });
    return [make('p', 'sp-found__undo', button)];
  }

  /** The list is new, so what had the focus is gone: it goes to the same button, or to the next thing to do. */
  #refocus(focused: string | undefined): void {
    const buttons = [...this.#list.querySelectorAll<HTMLElement>('[data-press]')];
    if (this.#focusNext !== undefined) {
      const fixes = buttons.filter((one) => one.dataset['press']?.startsWith('fix '));
      (fixes[Math.min(this.#focusNext, fixes.length - 1)] ?? this.#heading).focus();
      this.#focusNext = undefined;
    } else if (focused !== undefined) {
      (buttons.find((one) => one.dataset['press'] === focused) ?? this.#heading).focus();
    }
  }

  #fix({ fixes: changes, key }: ShownFinding, text: string): void {
    // What was typed since is looked at first: places of the older text would be wrong.
    if (this.#area.value !== text) {
      this.#options.ask();
      return;
    }
    const fixes = [...this.#list.querySelectorAll<HTMLElement>('[data-press^="fix "]')];
    this.#focusNext = fixes.findIndex((one) => one.dataset['press'] === `fix ${key}`);
    this.#before.push(text);
    // From the end, so that the places before stay true.
    for (const { start, end, replacement } of changes.toReversed())
      this.#area.setRangeText(replacement, start, end, 'end');
    this.#options.say('Changed.', 0);
    this.#options.ask();
  }

  #point({ places: [first] }: ShownFinding): void {
    this.#area.focus();
    if (first) this.#area.setSelectionRange(first.start, first.end);
  }
}

/** Under the box: how long it is. @returns the same to be heard, where it is too long. */
export function showLength(
  place: HTMLElement,
  length: Extract<Answer, { part: 'post' }>['length'],
  network: string,
): string {
  const words = lengthInWords(length, network);
  const over = length !== null && length.used > length.most;
  place.replaceChildren(...(over ? [heard('Too long: ')] : []), words);
  place.classList.toggle('sp-count--over', over);
  return over ? `${words}.` : '';
}
