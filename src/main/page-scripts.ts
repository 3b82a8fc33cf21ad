import { join } from 'node:path';
import type { PageScript } from '#screens/assets/build.ts';

const features = join(import.meta.dirname, '../features');

/** Scripts that one page loads and no other: the build makes them, and a page asks for one by its name. */
export const pageScripts: readonly PageScript[] = [
  {
    name: 'check',
    entry: join(features, 'guidance/browser/check-page.ts'),
    worker: join(features, 'guidance/browser/check-worker.ts'),
  },
];
