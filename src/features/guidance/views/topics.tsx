import type { Policy, RuleName } from '#policy/index.ts';
import { Cite, type PageContext } from '#screens/index.ts';
import type { ReactNode } from 'react';
import type { AskedRule } from '../guidance-query.ts';
import { Ways } from './ways.tsx';

interface ShownTopic {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly AskedRule[];
}

/** Everything that is looked at, in plain words with its clause: whole without any script. */
export const Topics = ({
  topics,
  cite,
  policy,
}: {
  readonly topics: readonly ShownTopic[];
  readonly cite: PageContext['cite'];
  readonly policy: Policy;
}) => (
  <section aria-labelledby="guidance">
    <h2 className="nhsuk-heading-m" id="guidance">
      What is looked at
    </h2>
    {topics.map(({ id, title, rules }) => (
      <Expander title={title} key={id}>
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
      </Expander>
    ))}
    <Expander title="When something is wrong at work">
      <Ways policy={policy} />
    </Expander>
  </section>
);

const Expander = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <details className="nhsuk-details nhsuk-expander">
    <summary className="nhsuk-details__summary">
      <span className="nhsuk-details__summary-text">{title}</span>
    </summary>
    <div className="nhsuk-details__text">{children}</div>
  </details>
);
