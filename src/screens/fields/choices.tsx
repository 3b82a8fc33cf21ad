import type { ReactNode } from 'react';
import type { Option } from '#kernel/need.ts';
import { describedBy, FieldsetGroup, LabelledGroup, PlainGroup, type QuestionProps } from './question.tsx';

export interface ChoicesProps extends QuestionProps {
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  /** Id of an error that no fieldset around the control reads out. */
  readonly itemError?: string | undefined;
}

/** The first control has the question's id, so that an error leads to it. */
const idOf = (id: string, index: number) => (index === 0 ? id : `${id}-${index + 1}`);

const itemDescribedBy = (id: string, option: Option, error: string | undefined): string | undefined => {
  const ids = [
    ...(option.hint === undefined ? [] : [`${id}-item-hint`]),
    ...(error === undefined ? [] : [error]),
  ];
  return ids.length === 0 ? undefined : ids.join(' ');
};

function Items({ kind, props }: { readonly kind: 'radios' | 'checkboxes'; readonly props: ChoicesProps }) {
  return props.options.map((option, index): ReactNode => {
    const id = idOf(props.id, index);
    return (
      <div className={`nhsuk-${kind}__item`} key={option.id}>
        <input
          className={`nhsuk-${kind}__input`}
          id={id}
          name={props.name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={option.id}
          defaultChecked={props.chosen.includes(option.id)}
          aria-describedby={itemDescribedBy(id, option, props.itemError)}
        />
        <label className={`nhsuk-label nhsuk-${kind}__label`} htmlFor={id}>
          {option.name}
        </label>
        {option.hint === undefined ? null : (
          <div className={`nhsuk-hint nhsuk-${kind}__hint`} id={`${id}-item-hint`}>
            {option.hint}
          </div>
        )}
      </div>
    );
  });
}

/** One of a few. */
export const Radios = (props: ChoicesProps) => (
  <FieldsetGroup question={props}>
    <div className="nhsuk-radios">
      <Items kind="radios" props={props} />
    </div>
  </FieldsetGroup>
);

/** Any number of a few. */
export const Checkboxes = (props: ChoicesProps) => (
  <FieldsetGroup question={props}>
    <div className="nhsuk-checkboxes">
      <Items kind="checkboxes" props={props} />
    </div>
  </FieldsetGroup>
);

/** Yes or no: one box, named by the question itself. */
export const Tick = (props: QuestionProps & { readonly ticked: boolean }) => (
  <PlainGroup question={props}>
    <div className="nhsuk-checkboxes">
      <Items
        kind="checkboxes"
        props={{
          ...props,
          options: [
            { id: 'yes', name: props.label, ...(props.hint === undefined ? {} : { hint: props.hint }) },
          ],
          chosen: props.ticked ? ['yes'] : [],
          itemError: props.error === undefined ? undefined : `${props.id}-error`,
        }}
      />
    </div>
  </PlainGroup>
);

/** One of many. The first line is empty, so that nobody chooses by not looking. */
export const Select = (props: ChoicesProps & { readonly placeholder?: string }) => (
  <LabelledGroup question={props}>
    <select
      className={props.error === undefined ? 'nhsuk-select' : 'nhsuk-select nhsuk-select--error'}
      id={props.id}
      name={props.name}
      aria-describedby={describedBy(props)}
      defaultValue={props.chosen[0]}
    >
      {props.placeholder === undefined ? null : <option value="">{props.placeholder}</option>}
      {props.options.map((option) => (
        <option value={option.id} key={option.id}>
          {option.hint === undefined ? option.name : `${option.name} (${option.hint})`}
        </option>
      ))}
    </select>
  </LabelledGroup>
);
