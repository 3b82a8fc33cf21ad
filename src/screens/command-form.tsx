import type { ReactNode } from 'react';
import { newId } from '#kernel/ids.ts';
import type { Offer, OfferedField } from '#kernel/offer.ts';
import type { InputError } from '#kernel/refusal.ts';
import { Cite } from './cite.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { anchorOf, Field, type Values } from './fields/field.tsx';
import type { Typed } from './page.ts';
import { verbKeys } from './verb-keys.ts';

export interface CommandFormProps {
  readonly offer: Offer;
  /** What came back from a first attempt: errors at their fields, and everything typed still there. */
  readonly typed?: Typed;
  /** What stands in the fields at first, by name (dates as ISO text); goes before what the command itself begins with. */
  readonly values?: Values;
  /** The same key with the same answers is done once; a new one each time the form is shown unless given. */
  readonly idempotencyKey?: string;
  /** A local path to go to when it is done, instead of the row's own page. */
  readonly back?: string;
  /** Characters that a field of words may have on its network, by field name. */
  readonly limits?: Readonly<Record<string, number>>;
  /** Keeps what is typed into fields of several lines in this browser tab until it is sent. */
  readonly keepDraft?: boolean;
  /** Shows the errors' summary above the form (true unless the page shows it itself). */
  readonly summary?: boolean;
  /** Where it is sent, where a door of its own takes it. */
  readonly action?: string;
  readonly children?: ReactNode;
}

export const commandPath = (name: string, id?: string): string =>
  `/do/${encodeURIComponent(name)}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;

const formId = (offer: Offer): string => offer.command.name.replaceAll('.', '-');

/** The errors as links to their fields. */
export function errorLinks(offer: Offer, typed: Typed): { message: string; href?: string }[] {
  return typed.errors.map(({ field, message }: InputError) => {
    const asked = offer.fields.find((one) => one.name === field);
    return asked ? { message, href: anchorOf(formId(offer), asked, typed.values) } : { message };
  });
}

/** What travels with every form: the key that makes a double press one act, the version seen, the way back. */
export const Hidden = (props: {
  readonly idempotencyKey?: string;
  readonly version?: number;
  readonly back?: string;
}) => (
  <>
    <input type="hidden" name="_key" value={props.idempotencyKey ?? newId()} />
    {props.version === undefined ? null : <input type="hidden" name="_version" value={props.version} />}
    {props.back === undefined ? null : <input type="hidden" name="_back" value={props.back} />}
  </>
);

/** The form of a command as its declaration asks it, with the clause under which it will be done. */
export function CommandForm(props: CommandFormProps) {
  const { offer, typed } = props;
  const { command, row } = offer;
  const action = props.action ?? commandPath(command.name, row?.id);
  const firstText = offer.fields.find((field) => field.kind === 'text');
  const errorOf = (field: OfferedField) => {
    const errors = typed?.errors.filter((error) => error.field === field.name) ?? [];
    return errors.length === 0 ? undefined : errors.map(({ message }) => message).join('\n');
  };
  const isAsked = (field: OfferedField) =>
    field.afterwards !== true || errorOf(field) !== undefined || Boolean(typed?.values[field.name]);
  return (
    <>
      {typed && props.summary !== false ? <ErrorSummary errors={errorLinks(offer, typed)} /> : null}
      <form className="sp-form" action={action} method="post" noValidate id={formId(offer)}>
        <Hidden
          {...(props.idempotencyKey === undefined ? {} : { idempotencyKey: props.idempotencyKey })}
          {...(offer.version === undefined ? {} : { version: offer.version })}
          {...(props.back === undefined ? {} : { back: props.back })}
        />
        {offer.fields.filter(isAsked).map((field) => (
          <Field
            key={field.name}
            field={field}
            form={formId(offer)}
            values={typed?.values ?? { ...offer.begins, ...props.values }}
            error={errorOf(field)}
            limit={props.limits?.[field.name]}
            hotkey={field === firstText ? verbKeys[command.verb] : undefined}
            keepAs={props.keepDraft === true && field.kind === 'text' ? `${action} ${field.name}` : undefined}
          />
        ))}
        {props.children}
        <div className="sp-form__end">
          <button className="nhsuk-button" type="submit">
            {command.label}
          </button>
          <Cite citation={offer.citation} />
        </div>
      </form>
    </>
  );
}
