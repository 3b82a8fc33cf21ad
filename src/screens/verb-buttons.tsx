import type { Verb } from '#kernel/offer.ts';
import { verbKeys } from './verb-keys.ts';
import { commandPath, Hidden } from './command-form.tsx';

export interface VerbButtonsProps {
  readonly verbs: readonly Verb[];
  readonly row: { readonly id: string; readonly version: number };
  /** A local path to go to when it is done, instead of the row's own page. */
  readonly back?: string;
  /** Verbs that the page already shows as a form, by command name. */
  readonly except?: readonly string[];
  /** What the buttons are about, for those who hear them out of their row. */
  readonly about?: string;
  /** None of them stands out: for buttons that every row of a list has. */
  readonly quiet?: boolean;
}

const asksNothing = ({ command }: Verb): boolean => Object.keys(command.input.shape).length === 0;

function Press({
  verb,
  row,
  back,
  first,
  about,
}: Omit<VerbButtonsProps, 'verbs' | 'except'> & { verb: Verb; first: boolean }) {
  const look = `nhsuk-button nhsuk-button--small${first ? '' : ' nhsuk-button--secondary'}`;
  const path = commandPath(verb.command.name, row.id);
  const hotkey = verbKeys[verb.command.verb];
  const words = (
    <>
      {verb.command.label}
      {about === undefined ? null : <span className="nhsuk-u-visually-hidden"> {about}</span>}
    </>
  );
  if (!asksNothing(verb)) {
    const href = back === undefined ? path : `${path}?_back=${encodeURIComponent(back)}`;
    return (
      <a className={look} href={href} role="button" draggable="false" data-key={hotkey}>
        {words}
      </a>
    );
  }
  return (
    <form className="sp-verbs__form" action={path} method="post">
      <Hidden version={row.version} {...(back === undefined ? {} : { back })} />
      <button className={look} type="submit" data-key={hotkey}>
        {words}
      </button>
    </form>
  );
}

/** What can be done now, as buttons; and who could do the rest. Verbs that ask something lead to their form. */
export function VerbButtons({ verbs, row, back, about, quiet = false, except = [] }: VerbButtonsProps) {
  const shown = verbs.filter((verb) => !except.includes(verb.command.name));
  const mine = shown.filter((verb) => !verb.refused);
  const others = shown.filter((verb) => verb.refused);
  return (
    <div className="sp-verbs">
      {mine.length === 0 ? null : (
        <ul className="sp-verbs__list">
          {mine.map((verb, index) => (
            <li key={verb.command.name}>
              <Press
                verb={verb}
                row={row}
                first={index === 0 && !quiet}
                {...(back === undefined ? {} : { back })}
                {...(about === undefined ? {} : { about })}
              />
            </li>
          ))}
        </ul>
      )}
      {others.length === 0 ? null : (
        <details className="nhsuk-details sp-verbs__others">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              {mine.length === 0 ? 'Who can act on this now' : 'What others could do'}
            </span>
          </summary>
          <div className="nhsuk-details__text">
            <ul className="nhsuk-list">
              {others.map((verb) => (
                <li key={verb.command.name}>
                  <strong>{verb.command.label}:</strong> {refusedWords(verb)}
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
    </div>
  );
}

function refusedWords({ refused }: Verb): string {
  if (!refused) return '';
  return refused.whoCould.length === 0 ? refused.sentence : refused.whoCould.join(', ');
}
