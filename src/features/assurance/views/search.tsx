import type { ReactNode } from 'react';
import type { InputError } from '#kernel/refusal.ts';
import { Empty, ErrorSummary, PageHeading, format, type PageContext } from '#screens/index.ts';
import { search } from '../queries/search.ts';
import { PolicyFrame } from './frame.tsx';
import { asked, clauseIn, NotDeciding } from './words.tsx';

/** Clauses in which every word stands, found on the server. */
export async function searchPage(context: PageContext): Promise<ReactNode> {
  const { version, hits } = await context.ask(search, {
    words: context.query['words'] ?? '',
    ...asked(context.query, 'version'),
  });
  return (
    <>
      <PageHeading caption={version.name}>Search the policy</PageHeading>
      <PolicyFrame context={context} version={version} here="search">
        <NotDeciding version={version} />
        {hits.length === 0 ? (
          <Empty title="No clause has all these words">
            Try fewer words, or the beginning of one. The clauses are in our own words, not in the document’s.
          </Empty>
        ) : (
          <>
            <p>{format.countWord(hits.length, 'clause', 'clauses')}.</p>
            <ol className="nhsuk-list">
              {hits.map(({ id, title, section, excerpt }) => (
                <li key={id}>
                  <a href={clauseIn(version, id)}>
                    {id} {title}
                  </a>{' '}
                  <span className="sp-quiet">{section}</span>
                  <p>{excerpt}</p>
                </li>
              ))}
            </ol>
          </>
        )}
      </PolicyFrame>
    </>
  );
}

export const searchWrong = async (
  context: PageContext,
  errors: readonly InputError[],
): Promise<ReactNode> => (
  <>
    <ErrorSummary errors={errors.map(({ message }) => ({ message, href: '#words' }))} />
    <PageHeading>Search the policy</PageHeading>
    <PolicyFrame context={context} here="search">
      <Empty title="Nothing was looked for">Give a word, or the number of a clause.</Empty>
    </PolicyFrame>
  </>
);
