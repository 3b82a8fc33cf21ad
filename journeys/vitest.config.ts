import { defineConfig } from 'vitest/config';

/** Stories in a real browser against the program as people start it: one at a time. */
export default defineConfig({
  test: {
    include: ['journeys/**/*.test.ts'],
    root: new URL('..', import.meta.url).pathname,
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
