import { createElement, Fragment } from 'react';
import { askQuestion } from '#kernel/ask.ts';
import type { House } from '#kernel/house.ts';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import { readerOf } from '#kernel/need.ts';
import { offer, seenRow, verbsFor } from '#kernel/offer.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Standing } from '#kernel/rights.ts';
import type { StoredRow } from '#kernel/row.ts';
import type { AskedQuestion, PageContext } from '#screens/index.ts';
import type { Frame } from './show.tsx';

/** What a view may ask, as this person and with nobody else's sight. */
export function contextFor(
  { house, options }: Pick<Frame, 'house' | 'options'>,
  standing: Standing | undefined,
  asked: { readonly params?: Record<string, string>; readonly query?: Record<string, string> } = {},
): PageContext {
  const now = house.clock.now();
  const policy = house.policies.inForce(now);
  const actor = standing?.actor;
  // Rows of this request as this person may see them: read once, however many parts of the page ask.
  const rows = new Map<string, Promise<StoredRow | undefined>>();
  const rowOf = async (of: Lifecycle, id: string): Promise<StoredRow | undefined> => {
    if (!standing) return undefined;
    const key = `${of.name} ${id}`;
    const read = rows.get(key) ?? seenRow(readerOf(house.store.read()), of, standing, id);
    rows.set(key, read);
    return read;
  };
  const panelsOf = (of: Lifecycle) => options.pages.flatMap((room) => room.panels?.[of.name] ?? []);
  const context: PageContext = {
    house,
    standing,
    now,
    policy,
    params: asked.params ?? {},
    query: asked.query ?? {},
    ask: <Output>(question: AskedQuestion<Output>, input?: Record<string, unknown>) =>
      answer<Output>(house, question.name, { standing, input, row: rowOf }),
    async row(of, id) {
      const row = await rowOf(of, id);
      if (!row) throw refuse('kernel.not-found');
      return row;
    },
    verbs: async (of, row) => (standing ? verbsFor(house, of, row, standing) : []),
    async offer(command, id) {
      if (!actor) throw refuse('kernel.not-found');
      const row = command.creates || id === undefined ? undefined : await rowOf(command.lifecycle, id);
      return offer(house, command, { actor, standing, id, row });
    },
    cite: (rule) => policy.cite(rule),
    beside: async (of, row) => {
      const drawn = await Promise.all(panelsOf(of).map((panel) => panel(context, row)));
      // The panels come from a fixed list of rooms, so their order is their name.
      return drawn.map((panel, index) => createElement(Fragment, { key: index }, panel));
    },
  };
  return context;
}

async function answer<Output>(
  house: House,
  name: string,
  request: Parameters<typeof askQuestion>[2],
): Promise<Output> {
  const question = house.questions.get(name);
  if (!question) throw new Error(`No room declares the question ${name}`);
  // Every question checks what it gives against its own type; the name leads back to that one declaration.
  return (await askQuestion(house, question, request)) as Output;
}

/** One value an address part: the first, where somebody repeats a name. */
export function textsOf(values: unknown): Record<string, string> {
  if (typeof values !== 'object' || values === null) return {};
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, string][] => {
      const first: unknown = Array.isArray(value) ? value[0] : value;
      return typeof first === 'string' ? [[name, first]] : [];
    }),
  );
}
