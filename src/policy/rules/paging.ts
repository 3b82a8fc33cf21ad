import { z } from 'zod';
import { plain, rule } from '../rule.ts';

const minutes = z.number().int().min(0).max(1440);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Somebody to wake: by the rota, by their role, or the room that the whole team reads. */
const rung = z.strictObject({
  afterMinutes: minutes,
  who: z.enum(['duty', 'deputy', 'director', 'team', 'senior-manager']),
});
/** Who is woken when, in this order, until somebody says that they have it. */
const rungs = z
  .array(rung)
  .min(1)
  .refine(
    (all) => all.every(({ afterMinutes }, at) => afterMinutes >= (all[at - 1]?.afterMinutes ?? 0)),
    'The steps must follow one another in time',
  )
  .refine((all) => all[0]?.afterMinutes === 0, 'The first step is taken at once');

/** A label of triage in words that people read at night, and what may be said. */
const label = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  /** Somebody's life may be at risk: 999 and 111 stand before everything else. */
  dangerToLife: z.boolean().optional(),
  lines: z.array(z.string().min(1)),
});

/** Who is woken, by what, and what is then decided. */
export const pagingRules = {
  'paging.flagged': plain('What may be dangerous begins to wake somebody', 'flag what may be dangerous'),
  'paging.out-of-hours': rule(
    'What may be dangerous out of hours wakes the manager on call, and how soon',
    z.strictObject({ withinSeconds: z.number().int().min(1).max(3600) }),
    ({ withinSeconds }, ours) =>
      ours.includes('withinSeconds')
        ? 'wake the manager on call'
        : `wake the manager on call within ${withinSeconds} seconds`,
  ),
  'paging.in-hours': rule(
    'What may be dangerous in hours does not wait in the queue',
    z.strictObject({ rungs }),
    () => 'alert the team at once',
  ),
  'paging.escalation': rule(
    'Who is woken next, and after how many minutes, while nobody answers',
    z.strictObject({ rungs }),
    ({ rungs: all }) => `${all.length} steps until somebody answers`,
  ),
  'paging.channels': rule(
    'How somebody is woken, in which order, and how long we wait for a receipt',
    z.strictObject({
      person: z.array(z.enum(['text', 'email', 'team'])).min(1),
      receiptMinutes: z.number().int().min(1).max(60),
    }),
    ({ person }) => `wake by ${person.join(', then ')}`,
  ),
  'paging.labels': rule(
    'What is dangerous, in plain words, and what may be said of it',
    z.strictObject({ labels: z.array(label).min(1), otherwise: label.omit({ id: true }) }),
    ({ labels }) => `${labels.length} kinds of danger in plain words`,
  ),
  'paging.acknowledge': plain(
    'Whoever says that they have it stops the waking of others',
    'say that you have it',
  ),
  'paging.decide': plain('The manager on call decides, with a reason', 'decide, and say why'),
  'paging.digest': rule(
    'What a person should look at first, but need not be woken for, comes together at set times',
    z.strictObject({ times: z.array(timeOfDay).min(1) }),
    ({ times }) => `one message at ${times.join(', ')}`,
  ),
  'paging.report': plain('The morning has a report of the night', 'report the night in the morning'),
  'paging.false-pages': rule(
    'Which share of being woken for nothing is too much',
    z.strictObject({ share: z.number().min(0).max(1) }),
    ({ share }) => `at most ${Math.round(share * 100)}% woken for nothing`,
  ),
  'paging.contact': plain('Whoever is on call can be reached', 'be reachable while on call'),
  'danger.help-first': rule(
    'Where somebody is in danger this minute, help comes before forms',
    z.strictObject({ steps: z.array(z.string().min(1)).min(1) }),
    () => 'call for help before any form',
  ),
  'danger.tell-director': plain('The director hears of it at once', 'tell the director at once'),
};
