import { reviewDue } from '#policy/index.ts';
import { Cite, Notice, format, type PageContext } from '#screens/index.ts';

export interface ReviewState {
  readonly due: Temporal.PlainDate;
  readonly daysLeft: number;
  /** The reminder that has begun: so many days before; undefined while none has. */
  readonly reminder: number | undefined;
}

/** Where the review stands on a day. @param reminders days before it on which reminders begin. */
export function reviewState(
  nextReview: string,
  reminders: readonly number[],
  today: Temporal.PlainDate,
): ReviewState {
  const due = reviewDue(nextReview);
  const daysLeft = today.until(due).days;
  return { due, daysLeft, reminder: reminders.filter((days) => daysLeft <= days).sort((a, b) => a - b)[0] };
}

/** When the policy is next reviewed; said loudly from the first reminder on. */
export function Review({ context }: { readonly context: PageContext }) {
  const { policy, now } = context;
  const today = now.toZonedDateTimeISO(policy.zone).toPlainDate();
  const { days } = policy.value('policy.review-reminders');
  const { due, daysLeft, reminder } = reviewState(policy.document.nextReview, days, today);
  const cites = (
    <>
      <Cite citation={context.cite('policy.review-every')} />{' '}
      <Cite citation={context.cite('policy.review-reminders')} />
    </>
  );
  if (reminder === undefined && daysLeft >= 0)
    return (
      <p>
        The next review is due by {format.longDayOf(due)}. {cites}
      </p>
    );
  return (
    <Notice kind="warning" title={daysLeft < 0 ? 'The review is overdue' : 'The review is due soon'}>
      <p>
        {daysLeft < 0
          ? `It was due by ${format.longDayOf(due)}, ${format.countWord(-daysLeft, 'day', 'days')} ago.`
          : `It is due by ${format.longDayOf(due)}, in ${format.countWord(daysLeft, 'day', 'days')}.`}
      </p>
      <p>{cites}</p>
    </Notice>
  );
}
