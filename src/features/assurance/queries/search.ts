import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { searchPolicy } from '#policy/index.ts';
import { chosen, versionOf } from '../reading.ts';
import { version } from '../shapes.ts';

/** Clauses by their words. */
export const search = question('policy.search', {
  about: 'Finds clauses in which every word stands: in number, title, text, section or bound rules.',
  askers: 'public',
  input: form({
    words: ask.line('Words', { empty: 'Give a word to look for', max: 200 }),
    version: ask.maybe('Version', { max: 60 }),
  }),
  output: z.object({
    version,
    hits: z.array(z.object({ id: z.string(), title: z.string(), section: z.string(), excerpt: z.string() })),
  }),
  async read(reading) {
    const policy = chosen(reading, reading.input.version);
    return {
      version: versionOf(reading, policy),
      hits: searchPolicy(policy, reading.input.words).map(({ clause: { id, title, section }, excerpt }) => ({
        id,
        title,
        section,
        excerpt,
      })),
    };
  },
});
