import { check } from '../check.ts';
import { altOf, mediumInWords } from '../draft.ts';

/** Each still or moving picture has a description, or is marked as decoration with a reason. */
export const altText = check('checks.alt-text', 'ACC-01', function* look({ media }) {
  for (const [at, medium] of media.entries()) {
    if (medium.kind !== 'image' && medium.kind !== 'gif') continue;
    if ((medium.alt ?? '').trim() !== '') continue;
    if (medium.decorative && (medium.decorativeReason ?? '').trim() !== '') continue;
    const which = mediumInWords(medium, at);
    const message = medium.decorative
      ? `Say why ${which} needs no description, or describe it.`
      : `Describe ${which} for people who cannot see it. If it only decorates, mark it so and say why.`;
    yield { field: altOf(at), start: 0, end: 0, message };
  }
});
