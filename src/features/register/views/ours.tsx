import type { ReactNode } from 'react';
import { Cite, Notice, PageHeading, type PageContext } from '#screens/index.ts';
import { isItOurs, officialAccounts } from '../queries.ts';

/** For the public: is this account ours, which are, and when does somebody read them? */
export async function oursPage({ ask, query, cite }: PageContext): Promise<ReactNode> {
  const { hours, accounts } = await ask(officialAccounts);
  const asked = query['account']?.trim();
  const answer = asked ? await ask(isItOurs, { account: asked }) : undefined;
  return (
    <>
      <PageHeading>Is this account ours?</PageHeading>
      <form method="get" action="/our-accounts" className="sp-form">
        <label className="nhsuk-label" htmlFor="account">
          Address or handle of an account
        </label>
        <input className="nhsuk-input" id="account" name="account" defaultValue={asked} />{' '}
        <button className="nhsuk-button nhsuk-u-margin-top-4" type="submit">
          Check
        </button>
      </form>
      {answer === undefined ? null : (
        <Notice title="Our answer">
          <p>{answerWords(answer)}</p>
        </Notice>
      )}
      <p>
        <Cite citation={cite('register.public-look-up')} />
      </p>
      <h2 className="nhsuk-heading-m">Our official accounts</h2>
      <ul className="nhsuk-list">
        {accounts.map((each) => (
          <li key={each.network + each.handle}>
            <strong>{each.network}</strong>: @{each.handle}. {each.purpose}.
          </li>
        ))}
      </ul>
      <h2 className="nhsuk-heading-m">When we read them</h2>
      <p>
        {hours.words}. {hours.openNow ? 'Somebody is reading now.' : 'Nobody is reading just now.'}
        {hours.closedToday === null ? '' : ` Closed today: ${hours.closedToday}.`}{' '}
        <Cite citation={cite('hours.show')} />
      </p>
      <p>
        Have you seen something that cannot wait until somebody reads it?{' '}
        <a href="/flag">Flag something urgent</a>. Do you want to write under our posts?{' '}
        <a href="/house-rules">Read our house rules</a>.
      </p>
      <p>If somebody’s life is in danger call 999. For urgent medical help call 111.</p>
    </>
  );
}

function answerWords({
  answer,
  network,
  name,
}: {
  answer: string;
  network: string | null;
  name: string | null;
}): string {
  if (answer === 'official') return `Yes. This is our account “${name ?? ''}” on ${network ?? ''}.`;
  if (answer === 'not-ours') return 'No. This account is not ours. Do not give it personal or bank details.';
  return 'We do not know this account. It is not in our register, so do not take it for ours.';
}
