import { expect, test } from 'vitest';
import { openNight } from './testing-night.ts';

const night = await openNight({ shift: false });

test('where nobody is on the rota the director is woken at once, and told why', async () => {
  const enquiry = await night.flagged();
  await night.after(0, 5);
  expect(night.texts()).toEqual(['director']);
  expect(night.twin.arrived[0]!.words).toContain('Nobody is on the rota');
  expect(await night.pageOf(enquiry)).toMatchObject({ hole: true, rung: 3, next_at: null });
});
