/** Runs beside the page, so that no long text makes typing slow. It is given facts once, then what is typed. */
import type { Facts } from '../facts.ts';
import { answer } from './answer.ts';
import type { Typed } from './messages.ts';

export type Asked = { readonly facts: Facts } | { readonly number: number; readonly typed: Typed };

let facts: Facts | undefined;

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if ('facts' in data) facts = data.facts;
  else if (facts) postMessage({ number: data.number, answer: answer(facts, data.typed) });
});
