import { draftName } from './drafts.ts';

/**
 * `<draft-keep name="..."><textarea>`: what is typed stays in this browser tab until it has been sent, so that
 * a lost connection or a closed lid loses nothing. Never leaves the tab, and goes with it.
 */
export class DraftKeep extends HTMLElement {
  connectedCallback(): void {
    const area = this.querySelector('textarea');
    const name = this.getAttribute('name');
    if (!area || name === null) return;
    const key = draftName(name);
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
