import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { patienceAfter } from '../paging/channels.ts';
import { sendPage } from '../paging/events.ts';
import { pageMessage } from '../paging/lifecycle.ts';
import { abouts, isWho } from '../paging/words.ts';

const id = (what: string) => z.uuid({ error: `Give the id of ${what}` });

/** Begins the life of one message. Done together with whatever calls for it, never by itself. */
export const writeMessage = command(pageMessage, 'write', {
  label: 'Write to somebody',
  about:
    'Keeps a message to one person or to the team’s room, to be sent as soon as the step that calls for it is kept.',
  alone: false,
  once: ['subject', 'rung', 'person', 'channel', 'round'],
  input: form({
    about: ask.oneOf('What it is about', 'Say what it is about', abouts),
    subject: ask.given('Its row', id('the row')),
    rung: ask.given('Step', z.int({ error: 'Give the step' })),
    who: ask.given('Who', z.string({ error: 'Say who' }).refine(isWho, 'Say who')),
    person: ask.given('Person', id('the person').optional()),
    channel: ask.oneOf('Channel', 'Choose a channel', {
      text: 'Text message',
      email: 'E-mail',
      team: 'The team’s room',
    }),
    round: ask.given(
      'How often all channels were tried',
      z.int({ error: 'Give a number' }).min(0, 'Give a number'),
    ),
  }),
  decide: ({ id: message, input, now }) => {
    const { about, subject, rung, who, person, channel, round } = input;
    const notBefore = round === 0 ? null : now.add(patienceAfter(round - 1));
    const to = { about, subject, rung, who, person: person ?? null, channel, round };
    return {
      create: { ...to, not_before: notBefore, ...unsent },
      send: [sendPage({ message }, notBefore ?? undefined)],
      facts: { about, subject, step: rung, who, person: person ?? null, channel, round },
    };
  },
});

const unsent = {
  attempts: 0,
  sending_until: null,
  remote: null,
  accepted_at: null,
  delivered_at: null,
  failed_at: null,
  why: null,
  look_at: null,
} as const;

/** The test of the week goes the way that a page would go. */
export const writeTest = command(pageMessage, 'write-test', {
  label: 'Send the test of the week',
  about: 'Sends whoever is on call the test page of the week, by the channels that a real one would take.',
  button: false,
  once: ['subject', 'rung', 'person', 'channel', 'round'],
  input: form({
    testPage: ask.given('Test page', id('the test page')),
    person: ask.given('Person', id('the person')),
  }),
  decide: ({ id: message, input: { testPage: subject, person }, policy }) => {
    const [channel = 'text'] = policy.value('paging.channels').person;
    const to = { about: 'test-page', subject, rung: 0, who: 'duty', person, channel, round: 0 } as const;
    return {
      create: { ...to, not_before: null, ...unsent },
      send: [sendPage({ message })],
      facts: { about: 'test-page', subject, person, channel },
    };
  },
});
