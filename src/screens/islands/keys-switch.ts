/** `<keys-switch>`: on the page about the keyboard, a box that switches single keys off in this browser. */
export class KeysSwitch extends HTMLElement {
  connectedCallback(): void {
    if (this.childElementCount > 0) return;
    const off = localStorage.getItem('signpost keys') === 'off';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'nhsuk-button nhsuk-button--secondary';
    button.textContent = off ? 'Switch the keys on' : 'Switch the keys off';
    button.addEventListener('click', () => {
      localStorage.setItem('signpost keys', off ? 'on' : 'off');
      this.replaceChildren();
      this.connectedCallback();
    });
    this.append(button);
  }
}
