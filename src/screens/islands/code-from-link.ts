import { codeIn } from './code-in-address.ts';

/**
 * `<code-from-link>`: puts what stands after the `#` of the address into its empty field, and takes it out of the
 * address, so that it stays in no history. Without it the person types or pastes the code.
 */
export class CodeFromLink extends HTMLElement {
  connectedCallback(): void {
    const code = codeIn(location.hash);
    const field = this.querySelector('input');
    if (code === undefined || !field || field.value !== '') return;
    field.value = code;
    history.replaceState(null, '', location.pathname + location.search);
  }
}
