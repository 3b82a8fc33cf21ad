import { z } from 'zod';
import { isLabel, type Label } from '../labels.ts';

/** What a second reader said of a message. It can name labels and quote words; there is no way to say "lower". */
export interface SecondOpinion {
  readonly labels: readonly Label[];
  /** What it says are words of the message. Never shown: only looked for. */
  readonly words: string;
}

const completion = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string().max(2_000) }) })], z.unknown()),
});

const opinion = z.strictObject({
  labels: z.array(z.custom<Label>((name) => typeof name === 'string' && isLabel(name))).max(5),
  words: z.string().max(300),
});

/** The opinion in the body of an answer; undefined where it is not exactly of the shape that was asked for. */
export function opinionIn(body: string): SecondOpinion | undefined {
  const read = completion.safeParse(jsonIn(body));
  if (!read.success) return undefined;
  return opinion.safeParse(jsonIn(read.data.choices[0].message.content)).data;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
