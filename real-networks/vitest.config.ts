import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The journey goes first: after the others an inbox has more messages than its first page shows. */
class JourneyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const journeys = ({ moduleId }: TestSpecification): number =>
      Number(moduleId.endsWith('journey.test.ts'));
    return (await super.sort(files)).toSorted((one, two) => journeys(two) - journeys(one));
  }
}

// Tests against a real network: slow to start, so apart from the others. One process, one network for all files.
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['*.test.ts'],
    globalSetup: ['./global-setup.ts'],
    sequence: { sequencer: JourneyFirst },
    pool: 'forks',
    maxWorkers: 1,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
