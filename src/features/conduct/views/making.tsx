import { isId } from '#kernel/ids.ts';
import { Cite, type PageContext, type Typed } from '#screens/index.ts';
import { MessageAbove } from './message.tsx';
import { aboutMessage } from '../queries.ts';
import { countWords } from './words.ts';

/** Above the form of a measure: the message that it is about, what was done before, and what a measure is not for. */
export async function measureMaking(context: PageContext, values: Typed['values']) {
  const { enquiry } = values;
  if (typeof enquiry !== 'string' || !isId(enquiry))
    return (
      <p>
        Choose a message in the <a href="/inbox">inbox</a> first: a measure is always about one.
      </p>
    );
  const { message, against, critical } = await context.ask(aboutMessage, { enquiry });
  return (
    <>
      <MessageAbove name={message.name} text={message.text} at={message.at} />
      <p className="sp-back">
        <a href={`/inbox/${enquiry}`}>
          Back to the message of <bdi>{message.name}</bdi>
        </a>
      </p>
      <p>
        {against.length === 0
          ? 'Nothing was done about this person before.'
          : `About this person so far: ${against.map(countWords).join(', ')}.`}
      </p>
      <div className="nhsuk-inset-text">
        <p>
          {critical ? 'This reads like criticism, a complaint or a concern. ' : ''}
          Critical opinion is not abuse. A measure is for what goes beyond it: insults, threats, hate,
          somebody’s details. <Cite citation={context.cite('conduct.criticism')} />
        </p>
      </div>
    </>
  );
}
