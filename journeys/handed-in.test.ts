import { expect, test } from 'vitest';
import { handIn } from '../bench/handed-in.ts';

test(
  'two kills while another system hands in 200 messages, a fifth twice and in random order: each is in once, as its author left it',
  { timeout: 300_000 },
  async () => {
    const { wrong, kills } = await handIn(200, 2);
    expect({ wrong, kills }).toEqual({ wrong: [], kills: 2 });
  },
);
