/** An element with its classes and what stands in it. Text is always text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  classes: string,
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (classes !== '') made.className = classes;
  made.append(...inside);
  return made;
}

/** Words that are heard and not seen. */
export const heard = (words: string): HTMLElement => make('span', 'nhsuk-u-visually-hidden', words);
