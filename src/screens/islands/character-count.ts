const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Characters as people count them: a flag or an accented letter is one. */
export function lengthInCharacters(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** What is left, in words: a number below nought is said as so many too many. */
export function countWords(used: number, limit: number): string {
  const left = limit - used;
  const [size, one] = [Math.abs(left), Math.abs(left) === 1];
  const characters = `${size.toLocaleString('en-GB')} character${one ? '' : 's'}`;
  return left < 0 ? `${characters} too many` : `${characters} left`;
}

/**
 * `<character-count limit="300"><textarea>`: says under the box how much room is left on that network.
 * What is read out waits for a pause in typing. Nothing is ever cut off, and nothing is blocked here.
 */
export class CharacterCount extends HTMLElement {
  connectedCallback(): void {
    const area = this.querySelector('textarea');
    const limit = Number(this.getAttribute('limit'));
    if (!area || !Number.isFinite(limit) || this.querySelector('.sp-count')) return;
    const shown = document.createElement('div');
    shown.className = 'nhsuk-hint sp-count';
    shown.setAttribute('aria-hidden', 'true');
    const read = document.createElement('div');
    read.className = 'nhsuk-u-visually-hidden';
    read.setAttribute('aria-live', 'polite');
    this.append(shown, read);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const update = (): void => {
      const used = lengthInCharacters(area.value);
      const words = countWords(used, limit);
      shown.textContent = words;
      shown.classList.toggle('sp-count--over', used > limit);
      area.classList.toggle(
        'nhsuk-textarea--error',
        used > limit || this.closest('.nhsuk-form-group--error') !== null,
      );
      clearTimeout(timer);
      timer = setTimeout(() => {
        read.textContent = words;
      }, 1000);
    };
    area.addEventListener('input', update);
    update();
  }
}
