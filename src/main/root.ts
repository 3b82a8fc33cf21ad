import { join } from 'node:path';

/** The checkout's root: policies, migrations and built assets lie under it, wherever the program itself was bundled to. */
export const root = join(import.meta.dirname, '..', '..');
export const policyFolder = join(root, 'policies');
export const assetFolder = join(root, 'dist', 'assets');
