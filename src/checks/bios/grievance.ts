import { read } from '#text/index.ts';

const workplace =
  '(?:my|our|the) (?:line |senior |ward |team |general |nurse )?(?:manager|boss|matron|supervisor|team leader|employer|management|managers|bosses|hr|trust|icb|board|ward|department|shift|workplace|workload)|at work|(?:this|my) job|work(?:ing)? (?:here|there)|my colleagues?|senior leaders(?:hip)?';
const wrong =
  "bull(?:y|ies|ied|ying)|harass\\w*|discriminat\\w+|racis[tm]|sexis[tm]|victimi[sz]\\w+|unsafe|(?:under|short)[ -]?staffed|cover(?:ing|ed|s)? (?:it |this |things )?up|toxic|threaten(?:s|ed|ing)?|unfair(?:ly)?|unpaid|underpaid|overwork\\w*|burn(?:t|ed|ing)[ -]?out|ashamed|disgrac\\w+|do(?:es)?(?:n't| not) (?:care|listen)|won't listen|never listens?|ignor(?:e|es|ed|ing) (?:us|me|our|my|everyone|every)|scared to|afraid to|silenced?|sham(?:bles|eful)|broken|dangerous|hate";
const together = new RegExp(
  `\\b(?:${workplace})\\b[^.!?\\n]{0,80}\\b(?:${wrong})\\b|\\b(?:${wrong})\\b[^.!?\\n]{0,80}\\b(?:${workplace})\\b`,
);
const alone =
  /\b(?:whistle-?blow\w*|(?:my|a|raised?|filed?|put in a) grievance|unsafe staffing|being bullied|constructive(?:ly)? dismiss\w*|not safe to work|staff(?:ing)? levels? (?:are|is) (?:not safe|dangerous|unsafe))\b/;
const notOurs =
  /\b(?:tips|training|awareness|support(?:ing)? (?:anyone|everyone|people|you)|if you (?:are|have|see|feel)|speak up week|report it|how to|join us|help is|zero tolerance|advice)\b/;

/** Does somebody write of what is wrong at their own work? Pure. A doubt shows the ways to raise it, and stops nothing. */
export function sensesGrievance(text: string): boolean {
  const { folded } = read(text);
  return folded.text
    .split(/[.!?\n]+/)
    .some((sentence) => !notOurs.test(sentence) && (together.test(sentence) || alone.test(sentence)));
}
