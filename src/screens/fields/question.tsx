import { Fragment, type ReactNode } from 'react';

/** What every question on a form has: how it is named, asked and answered, and what is wrong with the answer. */
export interface QuestionProps {
  /** Of the control; a group's first control. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** A line for each thing that is wrong. */
  readonly error?: string | undefined;
}

/** Ids that describe a control, in the order in which they are read. */
export function describedBy({ id, hint, error }: QuestionProps): string | undefined {
  const ids = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ];
  return ids.length === 0 ? undefined : ids.join(' ');
}

const groupClass = (error: string | undefined) =>
  error === undefined ? 'nhsuk-form-group' : 'nhsuk-form-group nhsuk-form-group--error';

const HintAndError = ({ id, hint, error }: QuestionProps) => (
  <>
    {hint === undefined ? null : (
      <div className="nhsuk-hint" id={`${id}-hint`}>
        {hint}
      </div>
    )}
    {error === undefined ? null : (
      <span className="nhsuk-error-message" id={`${id}-error`}>
        <span className="nhsuk-u-visually-hidden">Error: </span>
        {error.split('\n').map((line, index) => (
          <Fragment key={line}>
            {index === 0 ? null : <br />}
            {line}
          </Fragment>
        ))}
      </span>
    )}
  </>
);

/** A question with one control. */
export const LabelledGroup = ({
  question,
  children,
}: {
  readonly question: QuestionProps;
  readonly children: ReactNode;
}) => (
  <div className={groupClass(question.error)}>
    <label className="nhsuk-label" htmlFor={question.id}>
      {question.label}
    </label>
    <HintAndError {...question} />
    {children}
  </div>
);

/** A question with several controls. `role` for a date, which is read as one answer. */
export const FieldsetGroup = ({
  question,
  role,
  children,
}: {
  readonly question: QuestionProps;
  readonly role?: 'group';
  readonly children: ReactNode;
}) => (
  <div className={groupClass(question.error)}>
    <fieldset className="nhsuk-fieldset" role={role} aria-describedby={describedBy(question)}>
      <legend className="nhsuk-fieldset__legend">{question.label}</legend>
      <HintAndError {...question} />
      {children}
    </fieldset>
  </div>
);

export const PlainGroup = ({
  question,
  children,
}: {
  readonly question: QuestionProps;
  readonly children: ReactNode;
}) => (
  <div className={groupClass(question.error)}>
    {question.error === undefined ? null : <HintAndError {...question} hint={undefined} />}
    {children}
  </div>
);
