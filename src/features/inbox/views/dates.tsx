interface Asked {
  /** Its name in the address. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

/** Days to look at, chosen without JavaScript: the address says which. */
export const DatesForm = ({
  action,
  dates,
}: {
  readonly action: string;
  readonly dates: readonly Asked[];
}) => (
  <form className="sp-filter" action={action} method="get">
    <div className="sp-dates">
      {dates.map(({ name, label, value }) => (
        <div key={name}>
          <label className="nhsuk-label" htmlFor={name}>
            {label}
          </label>
          <input className="nhsuk-input" id={name} name={name} type="date" defaultValue={value} />
        </div>
      ))}
      <button className="nhsuk-button nhsuk-button--small" type="submit">
        Show
      </button>
    </div>
  </form>
);
