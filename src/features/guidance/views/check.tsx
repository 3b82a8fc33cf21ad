import type { ReactNode } from 'react';
import { Cite, Notice, PageHeading, type PageContext } from '#screens/index.ts';
import { factsOf } from '../facts.ts';
import { beforePosting } from '../guidance-query.ts';
import { Boxes } from './boxes.tsx';
import { Topics } from './topics.tsx';

/** For everybody, without signing in: a draft, a handle and a profile, looked at in the browser alone. */
export async function checkPage({ ask, cite, now, policy }: PageContext): Promise<ReactNode> {
  const { topics } = await ask(beforePosting);
  return (
    <>
      <PageHeading>Check before you post</PageHeading>
      <p className="nhsuk-body-l">
        You want to post something, about your work or for it? Look here first, for as long as you like.
      </p>
      <check-before-post data-facts={JSON.stringify(factsOf(policy, now))}>
        <template>
          <p>
            <strong>What you type stays on this page.</strong> It is looked at in your browser. Nothing is
            sent, nothing is kept, nobody is told, and it is gone when you leave. Clauses open in a new tab.{' '}
            <Cite citation={cite('guidance.before-posting')} />
          </p>
          <Boxes policy={policy} />
        </template>
        <Notice title="Read here what we would look at">
          <p>
            Your browser runs no scripts, or is an older one. So that nothing you write has to leave it, this
            page cannot look at your words. Everything that it goes by stands below.
          </p>
        </Notice>
      </check-before-post>
      <LastQuestion cite={cite} policy={policy} />
      <Topics topics={topics} cite={cite} policy={policy} />
    </>
  );
}

/** In the words of the clauses, whichever policy is in force. They are questions: nobody counts the answers. */
function LastQuestion({ cite, policy }: Pick<PageContext, 'cite' | 'policy'>) {
  return (
    <section className="nhsuk-inset-text" aria-labelledby="last-question">
      <h2 className="nhsuk-heading-s" id="last-question">
        Last of all, ask yourself
      </h2>
      {(['guidance.good-name', 'guidance.crowded-room'] as const).map((rule) => (
        <p key={rule}>
          Does it keep to this? “{policy.clause(cite(rule).clause).text}” <Cite citation={cite(rule)} />
        </p>
      ))}
    </section>
  );
}
