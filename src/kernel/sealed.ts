/**
 * What somebody said, on its way to where nobody reads it without the keys. A decision is pure and has none, so it
 * wraps the words, and `perform` encrypts or digests them as it writes the row. Printed or serialised it says nothing.
 */
export class Wrapped {
  readonly #words: string;
  readonly how: 'seal' | 'digest';
  constructor(words: string, how: 'seal' | 'digest') {
    this.#words = words;
    this.how = how;
  }
  /** For `perform` alone. @param keys what the installation does with it. */
  done(keys: { seal(text: string): string; digest(text: string): string }): string {
    return this.how === 'seal' ? keys.seal(this.#words) : keys.digest(this.#words);
  }
  toString(): string {
    return `(to ${this.how})`;
  }
  toJSON(): string {
    return this.toString();
  }
}

declare const isSealed: unique symbol;
declare const isDigest: unique symbol;

/** A column that holds what was sealed. Plain text cannot be put into it: that is a compile error. */
export type Sealed = (string & { readonly [isSealed]: true }) | Wrapped;
/** A column that holds a salted digest: enough to know the same words again, and nothing else. */
export type Digest = (string & { readonly [isDigest]: true }) | Wrapped;

export const toSeal = (words: string): Sealed => new Wrapped(words, 'seal');
export const toDigest = (words: string): Digest => new Wrapped(words, 'digest');
