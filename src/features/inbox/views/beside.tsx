import {
  Cite,
  commandPath,
  DetailList,
  Moment,
  Timeline,
  When,
  format,
  historyHref,
  type PageContext,
} from '#screens/index.ts';
import { Refused } from '#kernel/refusal.ts';
import type { Citation, Policy } from '#policy/index.ts';
import { systems } from '#kernel/roles.ts';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { one, type EnquiryFacts } from '../queries/one.ts';
import { minutesLeft } from '../due.ts';
import { enquiry } from '../lifecycle.ts';
import { LawClocks } from './law.tsx';
import { basisWords } from './words.ts';

type History = z.output<(typeof one)['output']>['history'];
type Suggestions = z.output<(typeof one)['output']>['suggestions'];

interface Props {
  readonly context: PageContext;
  readonly facts: EnquiryFacts;
  readonly suggestions: Suggestions;
  readonly history: History;
  /** What other rooms say of this enquiry, each a section of its own. */
  readonly panels: readonly ReactNode[];
}

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

/** Beside the thread: the two clocks with what decides them, who has it, and what was done under which clause. */
export const Beside = ({ context, facts, suggestions, history, panels }: Props) => (
  <aside className="sp-columns__aside" aria-label="About this message">
    <section className="sp-panel" aria-labelledby="clocks">
      <h2 className="nhsuk-heading-s" id="clocks">
        Clocks
      </h2>
      <Clocks context={context} facts={facts} />
    </section>
    {panels}
    <Suggested facts={facts} suggestions={suggestions} />
    <LawClocks context={context} clocks={facts.lawClocks} />
    <section className="sp-panel" aria-labelledby="facts">
      <h2 className="nhsuk-heading-s" id="facts">
        What we know
      </h2>
      <DetailList items={details(context, facts)} />
    </section>
    <section className="sp-panel" aria-labelledby="history">
      <h2 className="nhsuk-heading-s" id="history">
        History
      </h2>
      <Timeline items={history.map((line) => ({ ...line, ...named(context, line), at: at(line.at) }))} />
      <p>
        <a href={historyHref(enquiry.name, facts.id)}>
          Everything that was done<span className="nhsuk-u-visually-hidden"> to this enquiry</span>
        </a>
      </p>
    </section>
  </aside>
);

/** Doors to which the message points, with the words that point there. A person picks. */
const Suggested = ({ facts, suggestions }: Pick<Props, 'facts' | 'suggestions'>) =>
  suggestions.length === 0 ? null : (
    <section className="sp-panel" aria-labelledby="suggested">
      <h2 className="nhsuk-heading-s" id="suggested">
        Suggested signposts
      </h2>
      <DetailList
        items={suggestions.map(({ name, because, label }) => ({
          term: name,
          detail:
            because.length > 0
              ? `It says ${because.map((said) => `“${said}”`).join(', ')}`
              : `It looks like “${label}”`,
        }))}
      />
      {facts.heldBy !== null && !facts.mine ? null : (
        <p>
          <a href={`${commandPath('enquiry.signpost', facts.id)}?_back=/inbox/${facts.id}`}>Signpost them</a>
        </p>
      )}
    </section>
  );

function Clocks({ context, facts }: Pick<Props, 'context' | 'facts'>) {
  const left = (due: string) => minutesLeft(context.policy, context.now, at(due));
  const running = facts.state === 'waiting' || facts.state === 'being-answered';
  const policy = context.house.policies.get(facts.policy);
  const clock = (due: string) =>
    running ? <When at={at(due)} minutesLeft={left(due)} /> : <Moment at={at(due)} as="near" />;
  return (
    <>
      <DetailList
        items={[
          { term: 'We mean to answer by', detail: clock(facts.aimAt) },
          { term: 'The promise is broken after', detail: clock(facts.limitAt) },
          ...(facts.firstReplyAt === null
            ? []
            : [
                {
                  term: 'First human reply',
                  detail: (
                    <>
                      <Moment at={at(facts.firstReplyAt)} as="near" /> (
                      {facts.inside === true ? 'in time' : 'late'})
                    </>
                  ),
                },
              ]),
          ...(facts.departmentDueAt === null
            ? []
            : [
                {
                  term: 'The department answers by',
                  detail: <When at={at(facts.departmentDueAt)} minutesLeft={left(facts.departmentDueAt)} />,
                },
              ]),
          ...(facts.windowClosesAt === null
            ? []
            : [
                {
                  term: 'The network lets us answer until',
                  detail: <Moment at={at(facts.windowClosesAt)} as="near" />,
                },
              ]),
        ]}
      />
      <Sources policy={policy} facts={facts} />
      {basisWords[facts.timeBasis] === undefined ? null : <p>{basisWords[facts.timeBasis]}</p>}
    </>
  );
}

/** On whose authority the clocks run, by the version under which the message came in. */
const Sources = ({ policy, facts }: { readonly policy: Policy; readonly facts: EnquiryFacts }) => (
  <p>
    <Cite citation={policy.cite(facts.inHours ? 'inbox.reply-within' : 'inbox.out-of-hours')} />
    {facts.departmentDueAt === null ? null : (
      <>
        {' '}
        <Cite citation={policy.cite('inbox.tell-who-will-answer')} />
      </>
    )}
  </p>
);

/** The policy's words for an id; the id itself where a later policy no longer knows it. */
const nameIn = (list: readonly { readonly id: string; readonly name: string }[], id: string | null) =>
  list.find((one) => one.id === id)?.name ?? id?.replaceAll('-', ' ');

const Author = ({ author: { name, handle } }: { readonly author: EnquiryFacts['author'] }) =>
  handle === '' ? (
    'Deleted with the message'
  ) : name === '' || name === handle ? (
    <bdi>{handle}</bdi>
  ) : (
    <>
      <bdi>{name}</bdi> (<bdi>{handle}</bdi>)
    </>
  );

function details({ policy }: PageContext, facts: EnquiryFacts) {
  const maybe = (term: string, detail: string | null | undefined) =>
    detail === null || detail === undefined || detail === '' ? [] : [{ term, detail }];
  return [
    { term: 'Who has it', detail: facts.mine ? 'You' : (facts.heldBy ?? 'Nobody') },
    { term: 'Who wrote it', detail: <Author author={facts.author} /> },
    { term: 'They said it', detail: <Moment at={at(facts.receivedAt)} /> },
    ...(facts.lagMinutes > 0
      ? [{ term: 'It reached us', detail: <>{format.lengthOf(facts.lagMinutes)} later</> }]
      : []),
    { term: 'Who can see it', detail: facts.visibility === 'private' ? 'Only we' : 'Everybody' },
    ...maybe('What the department was told', facts.summary),
    ...maybe('How they may reach the person', facts.contact),
    ...maybe('Closed because', nameIn(policy.value('inbox.close-with-reason').reasons, facts.closeReason)),
    ...maybe(
      'Why it needed no reply',
      nameIn(policy.value('inbox.no-reply-reasons').reasons, facts.noReplyWhy),
    ),
    ...maybe('Said at closing', facts.closeNote),
  ];
}

/** What a line of the trail was, in the words of the button, by whom, and under which clause of its own version. */
function named(
  context: PageContext,
  line: History[number],
): { title: string; by: string; citation?: Citation } {
  const command = context.house.commands.get(line.command);
  const system = Object.entries(systems).find(([name]) => line.who === `system:${name}`)?.[1];
  const title = command?.label ?? line.command;
  const citation = citationOf(context, line);
  return { title, by: system ?? line.who, ...(citation ? { citation } : {}) };
}

function citationOf(context: PageContext, line: History[number]): Citation | undefined {
  const policy = context.house.policies.all.find((one) => one.id === line.policy);
  const rule = policy?.bindings.find((binding) => binding.rule === line.rule)?.rule;
  try {
    return rule && policy?.cite(rule);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
