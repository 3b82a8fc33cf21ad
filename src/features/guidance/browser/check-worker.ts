/** Runs beside the page, so that no long text makes typing slow. It is given facts once, then what is typed. */
import { loadDictionary } from '#text/index.ts';
import type { Facts } from '../facts.ts';
import { answer } from './answer.ts';
import type { Typed } from './messages.ts';

export type Asked = { readonly facts: Facts } | { readonly number: number; readonly typed: Typed };

let facts: Facts | undefined;
const ready = loadDictionary();

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if ('facts' in data) facts = data.facts;
  else reply(data.number, data.typed).catch(reportError);
});

async function reply(number: number, typed: Typed): Promise<void> {
  const dictionary = await ready;
  if (facts) postMessage({ number, answer: answer(facts, typed, dictionary) });
}
