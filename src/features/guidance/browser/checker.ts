import type { Facts } from '../facts.ts';
import type { Answer, Part, Typed } from './messages.ts';

/** The part of a worker that is used here. */
export interface Beside {
  postMessage(message: unknown): void;
  addEventListener(kind: 'message', heard: (event: { readonly data: unknown }) => void): void;
  addEventListener(kind: 'error', heard: () => void): void;
  terminate(): void;
}

export interface CheckerOptions {
  readonly facts: Facts;
  readonly start: () => Beside;
  readonly heard: (answer: Answer, typed: Typed) => void;
  /** One text was too much for it; everything else goes on. */
  readonly gaveUp: (typed: Typed) => void;
  /** It cannot work in this browser at all. */
  readonly broken: () => void;
  /** Milliseconds after which a text is too much. */
  readonly patience?: number;
}

interface UnderWay {
  readonly number: number;
  readonly typed: Typed;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Asks the worker about what is typed: one text at a time, of each part only the newest. */
export class Checker {
  readonly #options: CheckerOptions;
  readonly #waiting = new Map<Part, Typed>();
  #beside: Beside | undefined;
  #underWay: UnderWay | undefined;
  #number = 0;
  #hasAnswered = false;

  constructor(options: CheckerOptions) {
    this.#options = options;
  }

  /** Loads what it needs, before anybody asks. */
  begin(): void {
    this.#beside ??= this.#started();
  }

  ask(typed: Typed): void {
    this.#waiting.set(typed.part, typed);
    this.#next();
  }

  end(): void {
    clearTimeout(this.#underWay?.timer);
    this.#beside?.terminate();
    this.#beside = undefined;
    this.#underWay = undefined;
    this.#waiting.clear();
  }

  #started(): Beside {
    const beside = this.#options.start();
    beside.addEventListener('message', ({ data }) => {
      if (beside === this.#beside) this.#hear(data as { number: number; answer: Answer });
    });
    beside.addEventListener('error', () => {
      if (beside === this.#beside) this.#giveUp();
    });
    // A worker has no origin: it is ours, and nobody else hears it.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    beside.postMessage({ facts: this.#options.facts });
    return beside;
  }

  #next(): void {
    const [typed] = this.#waiting.values();
    if (this.#underWay || !typed) return;
    this.begin();
    this.#waiting.delete(typed.part);
    this.#number += 1;
    const timer = setTimeout(() => this.#giveUp(), this.#options.patience ?? 10_000);
    this.#underWay = { number: this.#number, typed, timer };
    this.#beside?.postMessage({ number: this.#number, typed });
  }

  #hear({ number, answer }: { readonly number: number; readonly answer: Answer }): void {
    const underWay = this.#underWay;
    if (underWay?.number !== number) return;
    clearTimeout(underWay.timer);
    this.#underWay = undefined;
    this.#hasAnswered = true;
    this.#options.heard(answer, underWay.typed);
    this.#next();
  }

  /** Begins anew beside the page. Where it never once answered, it cannot work here. */
  #giveUp(): void {
    const typed = this.#underWay?.typed;
    const { broken, gaveUp } = this.#options;
    if (!this.#hasAnswered) {
      this.end();
      broken();
      return;
    }
    clearTimeout(this.#underWay?.timer);
    this.#beside?.terminate();
    this.#beside = undefined;
    this.#underWay = undefined;
    if (typed) gaveUp(typed);
    this.#next();
  }
}
