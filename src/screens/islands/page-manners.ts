import { dropAll } from './drafts.ts';

/** Small manners of every page, none of which it needs in order to work. */
export function mindManners(page: Document): void {
  // What is wrong is read first.
  page.querySelector<HTMLElement>('.nhsuk-error-summary')?.focus();
  // A second press while the first is under way does nothing; the server would answer it alike in any case.
  page.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    if (form.dataset['sent'] === 'yes') return event.preventDefault();
    form.dataset['sent'] = 'yes';
    if (form.matches('.nhsuk-header__account-form')) dropAll(sessionStorage);
  });
  // Coming back by the browser's own button shows the page as it was: let it be sent again.
  window.addEventListener('pageshow', () => {
    for (const form of page.querySelectorAll<HTMLFormElement>('form[data-sent]')) delete form.dataset['sent'];
  });
}
