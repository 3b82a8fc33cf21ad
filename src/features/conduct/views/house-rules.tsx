import { Cite, format, PageHeading, SummaryList, type PageContext } from '#screens/index.ts';
import { houseRules } from '../queries.ts';

/** For everybody: what we ask of those who write under our posts, what a breach may bring, and how often it did. */
export async function houseRulesPage(context: PageContext) {
  const { rules, from, to, hiddenBelow, reviewMonths, reviewWorkingDays } = await context.ask(houseRules);
  return (
    <>
      <PageHeading>House rules</PageHeading>
      <p className="nhsuk-body-l">
        Everybody is welcome to write under our posts, also those who are critical of us. Criticism is not
        abuse, and we do not hide it.
      </p>
      <p>
        We ask you to keep to these rules. <Cite citation={context.cite('conduct.house-rules')} />
      </p>
      <SummaryList
        rows={rules.map((rule) => ({
          key: rule.name,
          value: (
            <>
              <p>{rule.words}</p>
              <p>What we may do: {rule.measures.map((one) => one.toLowerCase()).join(', ')}.</p>
            </>
          ),
        }))}
      />
      <h2 className="nhsuk-heading-m">What we do where a rule is broken</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>We begin with the mildest step that helps: we hide what was written, or give a warning.</li>
        <li>
          Two people decide before anybody is blocked. A block ends after {reviewMonths} months at the latest,
          unless somebody else finds that it is still needed.
        </li>
        <li>Hiding is not deleting: only you can delete what you wrote.</li>
        <li>
          Do you think that we were wrong? Write to us in any way. Somebody who had no hand in it decides
          within {reviewWorkingDays} working days. <Cite citation={context.cite('conduct.review')} />
        </li>
      </ul>
      <h2 className="nhsuk-heading-m">
        How often, from {format.isoDayOf(from)} to {format.isoDayOf(to)}
      </h2>
      <SummaryList
        rows={rules.map(({ name, count }) => ({
          key: name,
          value: count === null ? `Fewer than ${hiddenBelow}, or never` : String(count),
        }))}
      />
      <p>
        We tell how often, and never about whom. Small numbers are left out, because they could point at
        somebody. <Cite citation={context.cite('conduct.published')} />
      </p>
      <p>If somebody’s life is in danger call 999. For urgent medical help call 111.</p>
    </>
  );
}
