import { labels } from './labels.ts';

/** What a model says of a text: one head a label, and one for each of the two tiers that hurry. */
export const heads = [...labels, 'page', 'look'] as const;
export type Head = (typeof heads)[number];
export const headCount = heads.length;
const places = new Map<string, number>(heads.map((head, at) => [head, at]));
export const headAt = (head: Head): number => places.get(head) ?? 0;

/** Scores are divided by the root of a unit's size: long and short sentences weigh alike. */
export const scale = 4;
