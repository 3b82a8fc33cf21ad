import type { Figure } from '#kernel/room.ts';
import { sumsOf } from './queries/report.ts';
import type { PersonalDataTables } from './words.ts';

/** How the rules on somebody’s details are kept, for the policy page. */
export const figures: readonly Figure[] = [
  {
    rule: 'details.passed-on',
    name: 'Time to a receipt',
    async read(read, period) {
      const { confirmed, confirmMedian } = await sumsOf(read.tables<PersonalDataTables>(), period);
      return {
        value: confirmMedian,
        unit: 'minutes',
        of: confirmed,
        sentence:
          confirmed === 0
            ? 'No receipt of somebody’s details was confirmed.'
            : `${confirmed} receipts of somebody’s details were confirmed.`,
      };
    },
  },
  {
    rule: 'details.deleted',
    name: 'Details deleted by their day',
    async read(read, period) {
      const { erased, inTime, overdue } = await sumsOf(read.tables<PersonalDataTables>(), period);
      const of = erased + overdue;
      return {
        value: of === 0 ? null : inTime / of,
        unit: 'share',
        of,
        target: 1,
        sentence:
          of === 0
            ? 'Nothing had to be deleted.'
            : `${inTime} of ${of} deletions were done by their day; overdue now: ${overdue}.`,
      };
    },
  },
  {
    rule: 'details.spot-check',
    name: 'Deletions looked at again',
    async read(read, period) {
      const { checked, left } = await sumsOf(read.tables<PersonalDataTables>(), period);
      return {
        value: checked === 0 ? null : (checked - left) / checked,
        unit: 'share',
        of: checked,
        target: 1,
        sentence:
          checked === 0
            ? 'No deletion was looked at again.'
            : `${checked} deletions were looked at again; something was left in ${left}.`,
      };
    },
  },
];
