import { expect, test } from 'vitest';
import type { RotaTables } from '../rota/words.ts';
import { openNight } from './testing-night.ts';
import type { PagingTables } from './words.ts';

const night = await openNight();

test('the test page of the week goes the way that a page would go, and is recorded as sent', async () => {
  const read = night.house.house.store.read<RotaTables & PagingTables>();
  const [due] = await read.selectFrom('test_pages').selectAll().execute();
  expect(due).toMatchObject({ state: 'sent', person: night.who.duty.id });
  expect(await read.selectFrom('page_messages').selectAll().execute()).toMatchObject([
    { about: 'test-page', subject: due!.id, person: night.who.duty.id, channel: 'text', state: 'delivered' },
  ]);
});
