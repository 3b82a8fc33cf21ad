import { FieldsetGroup, type QuestionProps } from './question.tsx';

export type DatePart = 'day' | 'month' | 'year' | 'time';

export interface DateProps extends QuestionProps {
  readonly values: Readonly<Partial<Record<DatePart, string | undefined>>>;
  /** The parts that are wrong, where that is known; all of them where it is not. */
  readonly wrong?: readonly DatePart[];
  /** Also asks for the time of day. */
  readonly withTime?: boolean;
}

const parts = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
  { part: 'time', label: 'Time, such as 16:30', width: 5 },
] as const;

/** A day as three boxes, and a moment as four: a calendar to click through is slower, and harder to use. */
export function DateField(props: DateProps) {
  const { id, name, error, values, wrong = [] } = props;
  const asked = parts.filter(({ part }) => part !== 'time' || props.withTime === true);
  const isWrong = (part: DatePart) => error !== undefined && (wrong.length === 0 || wrong.includes(part));
  return (
    <FieldsetGroup question={props} role="group">
      <div className="nhsuk-date-input" id={id}>
        {asked.map(({ part, label, width }) => (
          <div className="nhsuk-date-input__item" key={part}>
            <div className={isWrong(part) ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'}>
              <label className="nhsuk-label nhsuk-date-input__label" htmlFor={`${id}-${part}`}>
                {label}
              </label>
              <input
                className={`nhsuk-input nhsuk-input--width-${width} nhsuk-date-input__input${isWrong(part) ? ' nhsuk-input--error' : ''}`}
                id={`${id}-${part}`}
                name={`${name}-${part}`}
                type="text"
                defaultValue={values[part] === '' ? undefined : values[part]}
                inputMode={part === 'time' ? undefined : 'numeric'}
              />
            </div>
          </div>
        ))}
      </div>
    </FieldsetGroup>
  );
}

/** Which boxes of a date are at fault: the empty ones, else those that no calendar has, else (31 2 2026) the day. */
export function wrongParts(values: DateProps['values'], withTime = false): DatePart[] {
  const asked: readonly DatePart[] = withTime ? ['day', 'month', 'year', 'time'] : ['day', 'month', 'year'];
  const empty = asked.filter((part) => (values[part] ?? '').trim() === '');
  if (empty.length === asked.length) return [...asked];
  if (empty.length > 0) return empty;
  const outside = asked.filter((part) => !isPart(part, (values[part] ?? '').trim()));
  return outside.length > 0 ? outside : ['day'];
}

function isPart(part: DatePart, text: string): boolean {
  if (part === 'time') return /^([01]?\d|2[0-3]):[0-5]\d$/.test(text);
  if (part === 'year') return /^\d{4}$/.test(text);
  const value = Number(text);
  return /^\d{1,2}$/.test(text) && value >= 1 && value <= (part === 'day' ? 31 : 12);
}
