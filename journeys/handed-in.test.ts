import { expect, test } from 'vitest';
import { handIn } from '../bench/handed-in.ts';

test(
  'a kill while another system hands in 60 messages, a fifth of it twice and in random order: each is in once, as its author left it',
  { timeout: 300_000 },
  async () => {
    const { wrong, kills } = await handIn(60, 1);
    expect({ wrong, kills }).toEqual({ wrong: [], kills: 1 });
  },
);
