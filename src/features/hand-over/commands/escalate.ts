import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { InputRefused } from '#kernel/refusal.ts';
import { toDigest, toSeal } from '#kernel/sealed.ts';
import { aboutEnquiry, askedThen, categories, colleagues, members, severities, teams } from '../about.ts';
import { asEvidence } from '../content.ts';
import { escalation } from '../escalation.ts';
import { escalated, tellPerson } from '../events.ts';
import { openMinutesOn } from '../open-time.ts';
import { refuse } from '../refusals.ts';
import { noDigest } from './wipe.ts';

/** Brings a worry to somebody inside, with the message as it is at this moment. */
export const raise = command(escalation, 'raise', {
  label: 'Bring it to a manager',
  about:
    'Brings a worry to the person or team whom it concerns, with the message as it is now. They say when they have it; otherwise the next person is asked.',
  needs: { about: aboutEnquiry, categories, severities, colleagues, teams, members, askedThen },
  input: form({
    enquiry: ask.given('Enquiry', z.uuid({ error: 'Go back to the message, and begin from there' })),
    category: ask.choice('What is it about?', 'Say what it is about', 'categories'),
    severity: ask.choice('How bad is it?', 'Say how bad it is', 'severities'),
    why: ask.text('What worries you?', { empty: 'Say what worries you', max: 1000 }),
    person: ask.maybeChoice('Whom do you bring it to?', 'colleagues'),
    team: ask.maybeChoice('Or to which team?', 'teams', { hint: 'Its people are asked one after the other' }),
    next: ask.maybeChoice('Who is asked next, if they do not say that they have it?', 'colleagues'),
  }),
  decide: ({ id, input, needs, now, policy, standing }) => {
    const { about } = needs;
    if (!about) throw refuse('hand-over.no-enquiry');
    if (input.person === undefined && input.team === undefined)
      throw new InputRefused([{ field: 'person', message: 'Choose a person or a team' }]);
    const named = [
      ...one(input.person),
      ...needs.members
        .filter((each) => each.team === input.team && input.team !== undefined)
        .map((each) => each.id),
      ...one(input.next),
    ];
    const queue = [...new Set([...named, ...needs.askedThen])];
    const [first] = queue;
    if (first === undefined || named.length === 0)
      throw new InputRefused([{ field: 'team', message: 'Nobody is in that team: choose a person' }]);
    const { acknowledgeMinutes, severities: known } = policy.value('handover.escalate');
    const dueMinutes = known.find((each) => each.id === input.severity)?.dueMinutes ?? acknowledgeMinutes;
    const evidence = JSON.stringify(asEvidence(about));
    return {
      create: {
        enquiry: input.enquiry,
        category: input.category,
        severity: input.severity,
        why: input.why,
        queue: { list: queue },
        asked: 0,
        asked_now: first,
        first_asked: first,
        due_at: openMinutesOn(policy, now, dueMinutes),
        acknowledge_by: openMinutesOn(policy, now, acknowledgeMinutes),
        taken_at: null,
        taken_by: null,
        settled_at: null,
        outcome: null,
        evidence: toSeal(evidence),
        evidence_digest: toDigest(evidence),
        raised_by: standing.actor.kind === 'person' ? standing.actor.id : null,
      },
      event: escalated({
        escalation: id,
        enquiry: input.enquiry,
        category: input.category,
        severity: input.severity,
      }),
      send: [tellPerson({ escalation: id })],
      facts: { enquiry: input.enquiry, category: input.category, severity: input.severity, to: first },
    };
  },
});

const one = (id: string | undefined): string[] => (id === undefined ? [] : [id]);

/** They have it: nobody else is asked. */
export const take = command(escalation, 'take', {
  label: 'I have it',
  about: 'Says that you have it and look after it. Nobody else is asked.',
  input: form({}),
  decide: ({ escalation: row, now, standing }) => ({
    set: {
      taken_at: now,
      taken_by: standing.actor.kind === 'person' ? standing.actor.id : null,
      acknowledge_by: null,
    },
    facts: {
      inTime: row.acknowledge_by !== null && Temporal.Instant.compare(now, row.acknowledge_by) <= 0,
      asked: row.asked,
    },
  }),
});

/** Nobody said that they have it: the next person is asked, and told so. */
export const askNextPerson = command(escalation, 'ask-next', {
  label: 'Ask the next person',
  about: 'Asks the next person, because nobody said that they have it.',
  button: false,
  needs: { colleagues },
  input: form({}),
  decide: ({ id, escalation: row, needs, now, policy }) => {
    // Whoever has left meanwhile is passed over.
    const next = row.queue.list.findIndex(
      (person, place) => place > row.asked && needs.colleagues.has(person),
    );
    const person = row.queue.list[next];
    if (person === undefined)
      return { set: { acknowledge_by: null }, facts: { asked: row.asked, left: 0, to: null } };
    const { acknowledgeMinutes } = policy.value('handover.escalate');
    return {
      set: { asked: next, asked_now: person, acknowledge_by: openMinutesOn(policy, now, acknowledgeMinutes) },
      send: [tellPerson({ escalation: id })],
      facts: { asked: next, left: row.queue.list.length - next - 1, to: person },
    };
  },
});

/** It is somebody else's: they are asked, with the same evidence. */
export const handOn = command(escalation, 'hand-on', {
  label: 'It is somebody else’s',
  about: 'Brings it to another person, who is asked whether they have it.',
  needs: { colleagues },
  input: form({ person: ask.choice('Whose is it?', 'Choose a person', 'colleagues') }),
  decide: ({ id, escalation: row, input, now, policy }) => {
    const { acknowledgeMinutes } = policy.value('handover.escalate');
    const list = [
      ...row.queue.list.slice(0, row.asked + 1),
      input.person,
      ...row.queue.list.slice(row.asked + 1),
    ];
    return {
      set: {
        queue: { list },
        asked: row.asked + 1,
        asked_now: input.person,
        taken_at: null,
        taken_by: null,
        acknowledge_by: openMinutesOn(policy, now, acknowledgeMinutes),
      },
      send: [tellPerson({ escalation: id })],
      facts: { to: input.person },
    };
  },
});

export const settle = command(escalation, 'settle', {
  label: 'Say what was done',
  about: 'Records what came of it, which ends it. The communications team sees it beside the message.',
  input: form({ outcome: ask.text('What was done?', { empty: 'Say what was done', max: 2000 }) }),
  decide: ({ escalation: row, input, now }) => ({
    set: { outcome: input.outcome, settled_at: now },
    facts: { inTime: Temporal.Instant.compare(now, row.due_at) <= 0 },
  }),
});

/** Somebody reads the message as it was. That stands in the trail. */
export const lookAtEvidence = command(escalation, 'look-at-evidence', {
  label: 'Read the message as it was',
  about: 'Shows the message as it stood when it was escalated. That you looked is recorded.',
  button: false,
  input: form({}),
  can: ({ escalation: row }) => (row.evidence_digest === noDigest ? refuse('hand-over.deleted') : undefined),
  decide: () => ({}),
});
