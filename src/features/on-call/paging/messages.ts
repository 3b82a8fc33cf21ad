import { need, type Reader } from '#kernel/need.ts';
import type { RotaTables } from '../rota/words.ts';
import { of } from './there.ts';
import type { PageMessage } from './words.ts';

/** Steps from here on were asked for by a person, out of turn. */
export const OUT_OF_TURN = 1000;

/** What stands beside a message: whether anybody still wants it, and how the others of its step fared. */
export interface Beside {
  readonly wanted: boolean;
  /** It belongs to the last step taken, so that trying again makes sense. */
  readonly latest: boolean;
  /** What it is about is a test of the week that is not settled: in which state. */
  readonly test: 'due' | 'sent' | undefined;
  /** Another message of this step has gone out, and nothing tells that it was lost. */
  readonly reached: boolean;
}

export const beside = need(async (read, { row }): Promise<Beside> => {
  const message = row as unknown as PageMessage;
  const others = of(read)
    .selectFrom('page_messages')
    .select('id')
    .where('subject', '=', message.subject)
    .where('rung', '=', message.rung)
    .where('id', '<>', message.id)
    .where((is) =>
      is.or([is('delivered_at', 'is not', null), is.and([is('state', '=', 'taken'), is('why', 'is', null)])]),
    )
    .limit(1)
    .execute();
  const page =
    message.about === 'page'
      ? await of(read)
          .selectFrom('pages')
          .select(['state', 'rung'])
          .where('id', '=', message.subject)
          .executeTakeFirst()
      : undefined;
  const test = message.about === 'test-page' ? await stateOfTest(read, message.subject) : undefined;
  return {
    test: test === 'due' || test === 'sent' ? test : undefined,
    wanted: page === undefined || page.state === 'ringing',
    latest: page === undefined || message.rung >= OUT_OF_TURN || message.rung === page.rung,
    reached: (await others).length > 0,
  };
});

async function stateOfTest(read: Reader, id: string): Promise<string | undefined> {
  const row = await read
    .tables<RotaTables>()
    .selectFrom('test_pages')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.state;
}
