import { defineConfig } from 'vitest/config';

// Tests against a real network: slow to start, so apart from the others. One process, one network for all files.
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['*.test.ts'],
    globalSetup: ['./global-setup.ts'],
    pool: 'forks',
    maxWorkers: 1,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
