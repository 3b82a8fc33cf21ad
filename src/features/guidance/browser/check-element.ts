import type { AccountKind, HandleKind } from '#checks/index.ts';
import type { Facts } from '../facts.ts';
import { Checker, type Beside } from './checker.ts';
import { make } from './make.ts';
import { mediumFrom } from './medium.ts';
import type { Answer, Part, Typed } from './messages.ts';
import { saying } from './say.ts';
import { citation } from './show-findings.ts';
import { showLength, TextPart } from './text-part.ts';

/** Milliseconds of rest in typing after which what stands there is looked at. */
const pause = 150;

/**
 * `<check-before-post data-facts="…"><template>the boxes</template>what to say without them`: looks at what is typed
 * on this page, and nowhere else. Nothing is sent, and leaving the page forgets everything.
 */
export class CheckBeforePost extends HTMLElement {
  static startBeside: () => Beside;
  #checker: Checker | undefined;
  #without: readonly Node[] = [];
  #post: TextPart | undefined;
  #profile: TextPart | undefined;
  readonly #timers = new Map<Part, ReturnType<typeof setTimeout>>();

  connectedCallback(): void {
    this.#without = [...this.childNodes];
    this.#open();
    addEventListener('pagehide', () => this.#forget());
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.#open();
    });
  }

  #open(): void {
    const template = this.#without.find((one) => one instanceof HTMLTemplateElement);
    const facts = JSON.parse(this.dataset['facts'] ?? 'null') as Facts | null;
    if (!template || !facts) return;
    this.#checker?.end();
    this.replaceChildren(template.content.cloneNode(true));
    const live = make('p', 'nhsuk-u-visually-hidden');
    live.setAttribute('role', 'status');
    this.append(live);
    const say = saying(live);
    const part = (name: Part) => ({ root: this.#part(name), ask: () => this.#ask(name, 0), say });
    this.#post = new TextPart(part('post'));
    this.#profile = new TextPart(part('profile'));
    this.#checker = new Checker({
      facts,
      start: CheckBeforePost.startBeside,
      heard: (answer, typed) => this.#show(answer, typed, say),
      gaveUp: ({ part: one }) => (one === 'profile' ? this.#profile : this.#post)?.tooMuch(),
      broken: () => this.#broken(),
    });
    this.#listen();
    this.#medium();
    this.#checker.begin();
  }

  #listen(): void {
    for (const name of ['post', 'handle', 'profile'] as const) {
      const root = this.#part(name);
      root.addEventListener('input', () => this.#ask(name, pause));
      root.addEventListener('change', () => this.#ask(name, 0));
    }
    // A handle is part of what a profile shows.
    this.#part('handle').addEventListener('input', () => this.#ask('profile', pause));
    this.querySelector('[data-clear]')?.addEventListener('click', () => {
      this.#open();
      this.querySelector('textarea')?.focus();
    });
  }

  #part(name: Part): HTMLElement {
    const found = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!found) throw new Error(`The page of the check has no part ${name}`);
    return found;
  }

  #ask(name: Part, wait: number): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.set(
      name,
      setTimeout(() => this.#checker?.ask(this.#typed(name)), wait),
    );
  }

  #typed(name: Part): Typed {
    const value = (selector: string): string => this.#value(selector);
    const ticked = (which: string): boolean => this.#ticked(`input[value="${which}"]`);
    const handle = value('#check-handle');
    if (name === 'handle') {
      return { part: name, handle, accountKind: value('#check-handle-kind') as HandleKind };
    }
    if (name === 'profile') {
      const own = value('#check-handle-kind') === 'personal' ? handle : '';
      return { part: name, text: this.#profile?.text ?? '', handle: own };
    }
    return {
      part: name,
      text: this.#post?.text ?? '',
      accountKind: value('#check-account') as AccountKind,
      network: value('#check-network') || undefined,
      answers: ticked('answers'),
      preElection: ticked('pre-election'),
      incident: ticked('incident'),
      media: [this.#medium()].filter((one) => one !== undefined),
    };
  }

  #value(selector: string): string {
    return this.querySelector<HTMLInputElement | HTMLSelectElement>(selector)?.value ?? '';
  }

  #ticked(selector: string): boolean {
    return this.querySelector<HTMLInputElement>(selector)?.checked ?? false;
  }

  /** What is said of the picture, and only the boxes in sight that fit its kind. */
  #medium(): ReturnType<typeof mediumFrom> {
    const kind = this.#value('#check-medium');
    for (const box of this.querySelectorAll<HTMLElement>('[data-for]'))
      box.hidden = !(box.dataset['for'] ?? '').split(' ').includes(kind);
    return mediumFrom({
      kind,
      alt: this.#value('#check-alt'),
      people: this.#value('#check-people'),
      rights: this.#value('#check-rights'),
      captions: this.#value('#check-captions'),
      transcript: this.#ticked('#check-transcript'),
    });
  }

  #show(answer: Answer, typed: Typed, say: (words: string) => void): void {
    if (answer.part === 'handle' && typed.part === 'handle') this.#showHandle(answer, typed.handle, say);
    if (answer.part === 'profile' && typed.part === 'profile') this.#profile?.show(answer, typed.text);
    if (answer.part !== 'post' || typed.part !== 'post') return;
    const more = [this.#showLength(answer.length), this.#showWays(answer.grievance)];
    this.#post?.show(answer, typed.text, more.join(' ').trim());
  }

  /** @returns what is to be heard of it: only that it is too long. */
  #showLength(length: Extract<Answer, { part: 'post' }>['length']): string {
    const place = this.querySelector<HTMLElement>('[data-length]');
    const network = this.querySelector<HTMLSelectElement>('#check-network')?.selectedOptions[0]?.text ?? '';
    return place ? showLength(place, length, network) : '';
  }

  #showWays(shown: boolean): string {
    const ways = this.querySelector<HTMLElement>('[data-grievance]');
    if (ways) ways.hidden = !shown;
    return shown ? 'Something wrong at work? The ways that are made for it are shown.' : '';
  }

  #showHandle(
    answer: Extract<Answer, { part: 'handle' }>,
    handle: string,
    say: (words: string) => void,
  ): void {
    const place = this.#part('handle').querySelector<HTMLElement>('[data-list]');
    if (!place) return;
    if (handle.trim() === '') {
      place.replaceChildren(make('p', '', 'Our answer is shown here while you type.'));
      return;
    }
    const head = answer.grave ?? 'Nothing stands out';
    place.replaceChildren(
      make('p', `sp-found__head${answer.grave === null ? '' : ' sp-found__head--wrong'}`, head),
      make('p', 'sp-found__message', answer.why),
      citation(answer),
    );
    say(`${head}. ${answer.why}`);
  }

  #broken(): void {
    this.#forget();
    this.replaceChildren(...this.#without);
  }

  #forget(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#checker?.end();
    this.#checker = undefined;
    this.replaceChildren();
  }
}
