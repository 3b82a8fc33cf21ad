import { Moment, Tag, VerbButtons, type PageContext } from '#screens/index.ts';
import type { Verb } from '#kernel/offer.ts';
import type { StoredRow } from '#kernel/row.ts';
import type { Said } from '../queries/thread.ts';
import { reply } from '../reply-lifecycle.ts';
import { Highlighted } from './highlight.tsx';
import { kindWords, replyKindWords, replyWords, stateWords, type PolicyNames } from './words.ts';

/** What a person can do about a reply that did not simply go out. */
export interface ReplyVerbs {
  readonly row: StoredRow;
  readonly verbs: readonly Verb[];
}

const needsAPerson = new Set(['to-agree', 'by-hand', 'refused', 'unknown', 'waiting']);

/** Asks for the verbs of those replies only that wait for somebody. */
export async function verbsOfReplies(
  context: PageContext,
  thread: readonly Said[],
): Promise<ReadonlyMap<string, ReplyVerbs>> {
  const found = new Map<string, ReplyVerbs>();
  for (const said of thread.filter((one) => one.by === 'us' && needsAPerson.has(one.state))) {
    const row = await context.row(reply, said.id);
    found.set(said.id, { row, verbs: await context.verbs(reply, row) });
  }
  return found;
}

const look = {
  them: 'sp-message',
  us: 'sp-message sp-message--out',
  colleague: 'sp-message sp-message--note',
} as const;

interface Props {
  readonly said: Said;
  /** The enquiry whose page this is. */
  readonly here: string;
  readonly names: PolicyNames;
  readonly about?: ReplyVerbs | undefined;
}

/** One thing that was said, by them, by us or between colleagues. */
export function Message({ said, here, names, about }: Props) {
  return (
    <article className={look[said.by]} id={`said-${said.id}`}>
      <div className="sp-message__head">
        <strong>
          <bdi>{said.name || 'Somebody'}</bdi>
        </strong>
        <span className="sp-message__way">{wayOf(said, names)}</span>
        <Moment at={Temporal.Instant.from(said.at)} as="near" />
        <StateTag said={said} here={here} />
      </div>
      {said.text === '' ? (
        <div className="sp-message__words">
          {said.erasedAt === null ? (
            'A message without words.'
          ) : (
            <>
              Its words and its author were deleted{' '}
              <Moment at={Temporal.Instant.from(said.erasedAt)} as="near" />.
            </>
          )}
        </div>
      ) : (
        <div className="sp-message__words" dir="auto">
          <Highlighted text={said.text} because={said.because} />
        </div>
      )}
      <Pictures said={said} />
      <Facts said={said} here={here} />
      {about ? <VerbButtons verbs={about.verbs} row={about.row} back={`/inbox/${here}`} /> : null}
    </article>
  );
}

function wayOf(said: Said, names: PolicyNames): string {
  if (said.by === 'colleague') return 'note for colleagues';
  return said.by === 'us' ? (replyKindWords[said.kind] ?? said.kind) : kindWords(said.kind, names);
}

function StateTag({ said, here }: { readonly said: Said; readonly here: string }) {
  const words = said.by === 'us' ? replyWords[said.state] : stateWords[said.state];
  if (!words || said.by === 'colleague' || said.id === here) return null;
  return <Tag colour={words.colour}>{words.words}</Tag>;
}

/** Pictures of strangers are described and linked, never fetched by the page; some not even linked. */
const Pictures = ({ said }: { readonly said: Said }) =>
  said.pictures.length === 0 ? null : (
    <ul className="nhsuk-list sp-message__facts">
      {said.pictures.map(({ alt, url, hidden }, index) => (
        <li key={url ?? index}>
          {hidden === null ? 'Picture: ' : `${hiddenWords[hidden]} `}
          {url === null ? (
            alt === '' ? null : (
              `Described as: ${alt}`
            )
          ) : (
            <a href={safe(url)} rel="noreferrer noopener">
              {alt === '' ? 'not described by its author' : alt}
            </a>
          )}
        </li>
      ))}
    </ul>
  );

const hiddenWords = {
  unasked: 'A picture that nobody has looked at yet. Claim the message to see it, and say what it shows.',
  person: 'A picture of a person. Show the details to see it.',
  document: 'A picture of a document. Show the details to see it.',
} as const;

function Facts({ said, here }: { readonly said: Said; readonly here: string }) {
  const elsewhere = said.by === 'them' && said.id !== here;
  return (
    <div className="sp-message__facts">
      {said.masked ? <p>Masked for you: {said.kinds.join(', ')}.</p> : null}
      {said.why === null ? null : <p>{whyWords[said.why] ?? `The network says: ${said.why}`}</p>}
      {said.changed ? (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Its author changed it after it came in</span>
          </summary>
          <div className="nhsuk-details__text sp-message__words" dir="auto">
            {said.first}
          </div>
        </details>
      ) : null}
      {said.permalink === null ? null : (
        <a href={safe(said.permalink)} rel="noreferrer noopener">
          Open it on the network
        </a>
      )}{' '}
      {elsewhere ? <a href={`/inbox/${said.id}`}>Go to this message</a> : null}
    </div>
  );
}

const whyWords: Readonly<Record<string, string>> = {
  'to-agree': 'Somebody who did not write it reads it before it goes out.',
  'by-hand': 'No program may post here. Copy the words, post them yourself, then say that it is posted.',
  busy: 'The network asked us to wait; it goes out by itself.',
  away: 'The network cannot be reached; it goes out by itself.',
  keys: 'The account’s keys no longer work. An administrator must connect the account again.',
  unknown: 'The network’s answer was lost; we look for the reply before sending again.',
};

/** Only addresses of the web become links: what a stranger wrote could be anything. */
const safe = (url: string): string | undefined => (/^https?:\/\//i.test(url) ? url : undefined);
