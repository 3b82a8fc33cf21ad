import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { InputRefused } from '#kernel/refusal.ts';
import { enquiry } from '../lifecycle.ts';
import { policyLabels } from '../triage-needs.ts';
import { graver, levelOf } from '../triage-reading.ts';
import type { LabelSeen } from '../triage-words.ts';

/** Triage suggests; a person knows. Graver labels raise what they stand on; none lowers it. */
export const relabel = command(enquiry, 'relabel', {
  label: 'Change the labels',
  about:
    'Says what this is about, in the order in which the labels lead. A graver label raises the severity.',
  needs: { labels: policyLabels },
  input: form({
    lead: ask.choice('What is it about, first of all?', 'Choose what it is about', 'labels'),
    second: ask.maybeChoice('And what else?', 'labels'),
    third: ask.maybeChoice('And what else besides?', 'labels'),
  }),
  begins: ({ enquiry: row }) => {
    const [lead, second, third] = row.labels.list.map(({ id }) => id);
    return { lead: lead ?? null, second: second ?? null, third: third ?? null };
  },
  decide: ({ enquiry: row, input, needs, policy }) => {
    const ids = [input.lead, input.second, input.third]
      .filter((id) => id !== undefined)
      .map((id) => needs.labels.get(id).id);
    refuseTwice(ids);
    const list = ids.map((id): LabelSeen => ({
      id,
      score: null,
      spans: row.labels.list.find((one) => one.id === id)?.spans ?? [],
      by: 'person',
    }));
    const risk = graver(row.risk, ...ids.map((id) => levelOf(policy, id)));
    const length = row.labels.list.length === 0 ? row.text.length : row.labels.length;
    return {
      set: { labels: { list, length }, risk },
      facts: {
        before: row.labels.list.map(({ id }) => id).join(' '),
        labels: ids.join(' '),
        severity: risk,
      },
    };
  },
});

function refuseTwice(ids: readonly string[]): void {
  const place = ids.findIndex((id, at) => ids.indexOf(id) !== at);
  if (place < 0) return;
  const field = ['lead', 'second', 'third'][place] ?? 'lead';
  throw new InputRefused([{ field, message: 'You have chosen that label already' }]);
}
