import type { ReactNode } from 'react';
import { Moment, Tag, Timeline, type TagColour } from '#screens/index.ts';
import type { Step } from '../paging/history.ts';
import type { ListedPage } from '../paging/listed.ts';
import { decisions } from '../paging/words.ts';
import { at, Missing } from './rota-words.tsx';

const states: Readonly<Record<ListedPage['state'], { words: string; colour: TagColour }>> = {
  ringing: { words: 'Nobody has it yet', colour: 'red' },
  acknowledged: { words: 'Somebody has it', colour: 'yellow' },
  decided: { words: 'Decided', colour: 'green' },
};

export const PageState = ({ page }: { readonly page: ListedPage }) => (
  <Tag colour={states[page.state].colour}>
    {page.decision === null ? states[page.state].words : decisions[page.decision]}
  </Tag>
);

/** What is wrong with it, in red words; or when the next person is woken. */
export function PageNote({ page }: { readonly page: ListedPage }): ReactNode {
  if (page.faultAt !== null)
    return (
      <Missing>
        Nobody could be reached since <Moment at={at(page.faultAt)} as="near" />. Ring them yourself.
      </Missing>
    );
  if (page.state !== 'ringing') return null;
  return page.nextAt === null ? (
    <Missing>Everybody has been woken and nobody has answered</Missing>
  ) : (
    <>
      The next person is woken at <Moment at={at(page.nextAt)} as="near" />.
    </>
  );
}

/** Help first. Shown before anything else where a life may be at risk. */
export const HelpFirst = () => (
  <div className="nhsuk-warning-callout sp-help">
    <h2 className="nhsuk-warning-callout__label">
      <span className="nhsuk-u-visually-hidden">Important: </span>Help comes first
    </h2>
    <p>
      Life at risk now: <a href="tel:999">call 999</a>.
    </p>
    <p>
      Medical help that cannot wait: <a href="tel:111">call NHS 111</a>.
    </p>
  </div>
);

/** Everything that happened, with its times; what went wrong in red. */
export const History = ({ steps }: { readonly steps: readonly Step[] }) => (
  <section aria-labelledby="history">
    <h2 className="nhsuk-heading-s" id="history">
      What happened
    </h2>
    <Timeline
      items={steps.map(({ at: when, what, by, detail, wrong }, index) => ({
        id: `${index}`,
        title: what,
        at: at(when),
        ...(by === null ? {} : { by }),
        ...(detail === null ? {} : { children: wrong ? <Tag colour="red">{detail}</Tag> : <p>{detail}</p> }),
      }))}
    />
  </section>
);
