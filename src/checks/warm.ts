import { everyCheck } from './every-check.ts';
import { readDraft } from './draft.ts';
import type { Grades } from './run.ts';

/** Twice each: what searches a text is made ready at its first and second use, and apart for texts with typographic signs. */
const samples = [
  'Thank you. The clinic is on Station Road. Please call 111 if you need help.',
  'We can’t say more here. Please ask the team at your surgery.',
].flatMap((text) => [text, text]);

/**
 * Makes the checks ready, a step at a time, so that the first reply of a new program does not hold up everybody
 * for a second.
 */
export async function warmChecks(policy: Grades): Promise<void> {
  for (const text of samples) {
    const draft = readDraft({ accountKind: 'corporate', text, context: { replyTo: text } });
    for (const one of everyCheck) {
      Array.from(one.look(draft, policy.value(one.rule), {}));
      await new Promise((resolve) => void setTimeout(resolve));
    }
  }
}
