/**
 * The figures of the first reading, kept as they were: no rule had been mended by these texts yet. Every later figure
 * is of texts that somebody has seen.
 */
export const firstSight: readonly string[] = [
  '## At first sight',
  '',
  'What the program of 27 November 2026 made of these texts when it first met them. Nobody had mended a rule by them.',
  '',
  '| measured | labels as first written | labels corrected |',
  '|---|---|---|',
  '| rules that stop a post: precision | 0.921 | 0.942 |',
  '| rules that stop a post: recall | 0.720 | 0.739 |',
  '| structured personal data: messages in which all is found | 0.889 | 0.889 |',
  '| names: messages in which all are found | 0.781 | 0.781 |',
  '| messages without data in which some is found | 0.013 | 0.013 |',
  '| handles judged rightly | 0.971 | 0.987 |',
  '| clean drafts with a warning or more | 0.051 | 0.041 |',
  '',
  'Labels were corrected only where the rule says otherwise than the author had: a film without a transcript is advised one, 21 to 25 words are long, a name near a ward is a name near care, fewer than 4 words beside emoji are too few, a day that has not come is nobody’s birthday; 17 drafts one by one. A length had no reference of its own. 7 handles have a second fair answer.',
];
