import { describedBy, LabelledGroup, type QuestionProps } from './question.tsx';

const widths = [2, 3, 4, 5, 10, 20, 30];

/** The class of the narrowest box that holds so many characters; undefined where the box is full width. */
const widthClass = (characters: number | undefined): string | undefined => {
  const width = characters === undefined ? undefined : widths.find((one) => one >= characters);
  return width === undefined ? undefined : `nhsuk-input--width-${width}`;
};

export interface LineProps extends QuestionProps {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'password' | 'email' | 'date' | 'search';
  readonly autoComplete?: string | undefined;
  /** Characters that the answer has at most, for the width of the box. */
  readonly width?: number | undefined;
  readonly inputMode?: 'numeric';
  readonly spellCheck?: false;
}

/** One line of words, a number or a secret. */
export const LineField = (props: LineProps) => (
  <LabelledGroup question={props}>
    <input
      className={[
        'nhsuk-input',
        props.error === undefined ? '' : 'nhsuk-input--error',
        widthClass(props.width) ?? '',
      ]
        .filter((one) => one !== '')
        .join(' ')}
      id={props.id}
      name={props.name}
      type={props.type ?? 'text'}
      defaultValue={props.value === '' ? undefined : props.value}
      spellCheck={props.spellCheck}
      autoComplete={props.autoComplete}
      aria-describedby={describedBy(props)}
      inputMode={props.inputMode}
    />
  </LabelledGroup>
);

export interface TextProps extends QuestionProps {
  readonly value?: string | undefined;
  readonly rows?: number;
  readonly autoComplete?: string | undefined;
  readonly spellCheck?: false;
  /** Counts against this many characters, as people count them, while they type. */
  readonly limit?: number | undefined;
  /** Keeps what is typed in this browser tab under this name until it is sent. */
  readonly keepAs?: string | undefined;
  /** The single key that leads here. */
  readonly hotkey?: string | undefined;
}

/** Several lines of words. The count and the keeping are additions: without them the page is whole. */
export function TextField(props: TextProps) {
  const area = (
    <textarea
      className={props.error === undefined ? 'nhsuk-textarea' : 'nhsuk-textarea nhsuk-textarea--error'}
      id={props.id}
      name={props.name}
      rows={props.rows ?? 5}
      autoComplete={props.autoComplete}
      spellCheck={props.spellCheck}
      aria-describedby={describedBy(props)}
      defaultValue={props.value}
      data-key={props.hotkey}
    />
  );
  const counted =
    props.limit === undefined ? area : <character-count limit={String(props.limit)}>{area}</character-count>;
  return (
    <LabelledGroup question={props}>
      {props.keepAs === undefined ? counted : <draft-keep name={props.keepAs}>{counted}</draft-keep>}
    </LabelledGroup>
  );
}
