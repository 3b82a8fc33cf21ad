import type { RuleName } from '#policy/index.ts';
import { Cite, type PageContext } from '#screens/index.ts';
import type { AskedRule } from '../guidance-query.ts';

interface ShownTopic {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly AskedRule[];
}

/** Everything that is looked at, in plain words with its clause: whole without any script. */
export const Topics = ({
  topics,
  cite,
}: {
  readonly topics: readonly ShownTopic[];
  readonly cite: PageContext['cite'];
}) => (
  <section aria-labelledby="guidance">
    <h2 className="nhsuk-heading-m" id="guidance">
      What is looked at
    </h2>
    {topics.map(({ id, title, rules }) => (
      <details className="nhsuk-details nhsuk-expander" key={id}>
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">{title}</span>
        </summary>
        <div className="nhsuk-details__text">
          <ul className="sp-asked">
            {rules.map((one) => (
              <li className="sp-asked__rule" key={one.rule}>
                <span>
                  {one.about}. {one.grave === null ? null : <span className="sp-quiet">{one.grave}.</span>}
                </span>
                <Cite citation={cite(one.rule as RuleName)} />
              </li>
            ))}
          </ul>
        </div>
      </details>
    ))}
  </section>
);
