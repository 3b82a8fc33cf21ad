import { countWords, lengthInCharacters } from './characters.ts';

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
