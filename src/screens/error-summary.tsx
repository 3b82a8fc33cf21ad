export interface SummaryError {
  readonly message: string;
  /** `#` with the id of the field; absent for the form as a whole. */
  readonly href?: string;
}

/** Every error of a form in one list, each leading to its field. Takes the focus when the page opens. */
export function ErrorSummary({
  errors,
  title = 'There is a problem',
}: {
  readonly errors: readonly SummaryError[];
  readonly title?: string;
}) {
  if (errors.length === 0) return null;
  return (
    <div className="nhsuk-error-summary" data-module="nhsuk-error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading">{title}</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {errors.map(({ message, href }) => (
              <li key={(href ?? '') + message}>
                {href === undefined ? message : <a href={href}>{message}</a>}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
