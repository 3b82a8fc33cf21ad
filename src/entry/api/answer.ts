import { askQuestion } from '#kernel/ask.ts';
import type { House } from '#kernel/house.ts';
import type { Question } from '#kernel/question.ts';
import type { Actor } from '#kernel/rights.ts';
import { DoorError } from './problem.ts';

/** No answer of this door holds a longer list, or more text. */
export const mostRows = 200;
export const mostBytes = 500_000;

/**
 * A question's answer as its declaration promises it: what the declared output does not name is taken off, so
 * that a column added to a query never leaves by accident.
 * @throws Refused, InputRefused; Error where the room answers something else than it declared.
 */
export async function declaredAnswer(
  house: House,
  question: Question,
  request: { actor: Actor | undefined; input: unknown },
): Promise<unknown> {
  const answer = await askQuestion(house, question, request);
  const declared = question.output.safeParse(answer);
  if (declared.success) return declared.data;
  const where = declared.error.issues.map((issue) => issue.path.join('.') || 'the whole').join(', ');
  throw new Error(`${question.name} does not answer what it declares: see ${where}`);
}

/** The JSON text of an answer. @throws DoorError 422 where a list or the whole is too long to hand over at once. */
export function boundedJson(answer: unknown): string {
  if (longestList(answer, 0) > mostRows) throw new DoorError('api.too-much');
  const text = JSON.stringify(answer ?? null);
  if (Buffer.byteLength(text) > mostBytes) throw new DoorError('api.too-much');
  return text;
}

function longestList(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null || depth > 6) return 0;
  const inside: unknown[] = Object.values(value);
  const own = Array.isArray(value) ? value.length : 0;
  return own > mostRows ? own : Math.max(own, ...inside.map((each) => longestList(each, depth + 1)));
}
