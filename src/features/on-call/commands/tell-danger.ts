import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { danger } from '../paging/lifecycle.ts';
import { messagesTo } from '../paging/step.ts';
import { thereNow } from '../paging/there.ts';
import { calledWhom } from '../paging/words.ts';
import { personOf } from './decide-page.ts';

/** Help comes first and this afterwards: the page says so before it asks anything. Times are kept by themselves. */
export const tellDanger = command(danger, 'tell', {
  label: 'Tell the director',
  about:
    'Writes down what you did when somebody was in danger, and tells the director and the manager on call at once.',
  needs: { there: thereNow },
  input: form({
    called: ask.oneOf('Whom did you call?', 'Say whom you called', calledWhom),
    reference: ask.maybe('Their reference', { hint: 'Such as the number of the incident.' }),
    note: ask.text('What did you see and do?', {
      max: 1000,
      hint: 'Only what the next person needs. Leave names of the public out.',
    }),
    enquiry: ask.given('Enquiry', z.uuid({ error: 'Give the id of the enquiry' }).optional()),
  }),
  decide: ({ id, input, needs, policy, standing }) => {
    const about = { about: 'danger', subject: id, rung: 0 } as const;
    const director = messagesTo(about, 'director', needs.there.director, policy);
    const duty = needs.there.duty.filter((person) => !needs.there.director.includes(person));
    return {
      create: {
        enquiry: input.enquiry ?? null,
        reported_by: personOf(standing) ?? '',
        called: input.called,
        reference: input.reference ?? null,
        note: input.note,
        told: director.length > 0,
      },
      also: [...director, ...messagesTo(about, 'duty', duty, policy)],
      facts: { called: input.called, enquiry: input.enquiry ?? null, director: director.length > 0 },
    };
  },
});
