import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Settings } from '#checks/index.ts';
import { Complaint, Usage } from './complaint.ts';

const text = z.string().max(100_000, 'Give at most 100,000 characters.');
const short = z.string().max(2_000);
const list = z.array(short).max(5_000);
const seconds = z.number().min(0).max(1_000_000);
/** `null` says as little as leaving a field out. */
const maybe = <T extends z.ZodType>(of: T) => of.nullish().transform((value) => value ?? undefined);

const captions = z.object({
  source: z.enum(['human', 'auto', 'burned-in']),
  cues: maybe(z.union([z.number().int().min(0), z.array(z.unknown()).transform((all) => all.length)])),
  coversSeconds: maybe(seconds),
  checkedBy: maybe(short),
});

const medium = z.object({
  kind: z.enum(['image', 'gif', 'video', 'audio', 'live']),
  name: maybe(short),
  alt: maybe(text),
  decorative: maybe(z.boolean()),
  decorativeReason: maybe(short),
  captions: maybe(captions),
  transcript: maybe(z.union([text, z.boolean()])),
  described: maybe(z.boolean()),
  durationSeconds: maybe(seconds),
  people: maybe(z.union([z.number().int().min(0), z.boolean(), list.transform((all) => all.length)])),
  consentIds: maybe(list),
  consentExpired: maybe(z.boolean()),
  licence: maybe(short),
  credit: maybe(short),
  subtype: maybe(z.enum(['photo', 'chart', 'map', 'infographic', 'poster', 'logo'])),
  longDescription: maybe(text),
  words: maybe(text),
  textShare: maybe(z.number().min(0).max(1)),
  designed: maybe(z.boolean()),
  colours: maybe(z.object({ text: short, background: short, large: maybe(z.boolean()) })),
  livePlan: maybe(short),
  signed: maybe(z.boolean()),
  politicians: maybe(z.boolean()),
});

export const accountKinds = ['corporate', 'departmental', 'personal'] as const;

/** A line of `signpost check --jsonl`. */
export const draftLine = z.object({
  id: z.union([z.string(), z.number()]),
  network: maybe(short),
  accountKind: z.enum(accountKinds),
  text,
  media: maybe(z.array(medium).max(20)),
  context: maybe(
    z.object({
      preElection: maybe(z.boolean()),
      incident: maybe(z.boolean()),
      replyTo: maybe(text),
      thread: maybe(z.object({ part: z.number().int().min(1), of: z.number().int().min(1) })),
      repost: maybe(
        z.object({
          pictures: z.number().int().min(0),
          undescribed: z.number().int().min(0),
          credit: maybe(short),
        }),
      ),
      language: maybe(short),
      essentialHealth: maybe(z.boolean()),
      paidPartnership: maybe(z.boolean()),
      formatting: maybe(
        z.array(z.object({ start: z.number().int(), end: z.number().int(), style: short })).max(1_000),
      ),
    }),
  ),
});

/** A line of `signpost redact --jsonl`. */
export const textLine = z.object({ text });

/** A line of `signpost handle --jsonl`. */
export const handleLine = z.object({
  handle: z.string().max(300),
  accountKind: z.enum([...accountKinds, 'unregistered']),
  /** What is shown beside the handle; where given, it is judged too. */
  name: maybe(short),
  bio: maybe(text),
  links: maybe(list),
});

const settingsShape = z.strictObject({
  organisationNames: list.optional(),
  acronyms: list.optional(),
  hashtags: list.optional(),
  trustedHosts: list.optional(),
  allowedNumbers: list.optional(),
  ownPlaces: list.optional(),
  consentsValid: list.optional(),
  parties: list.optional(),
  otherAccounts: list.optional(),
  servedPlaces: list.optional(),
  staff: list.optional(),
  pagingLabels: list.optional(),
  asOf: z.iso.date().optional(),
});

/** For checks, and which labels page besides those that always do. */
export type ReadingSettings = Settings & { readonly pagingLabels?: readonly string[] | undefined };

/** What the organisation says of itself, from a file. @throws Usage naming each field that is wrong. */
export async function settingsFrom(file: string | undefined, today: string): Promise<ReadingSettings> {
  if (file === undefined) return { asOf: today };
  const written = await readFile(file, 'utf8').catch(() => {
    throw new Complaint(`The settings file ${file} cannot be read.`);
  });
  const read = settingsShape.safeParse(jsonIn(written));
  if (!read.success) throw new Usage(`In the settings file ${file}: ${wrong(read.error)}.`);
  return { asOf: today, ...read.data };
}

export function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** `text: too long; media.0.kind: ...`: which fields are wrong, and never what stood in them. */
export const wrong = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`).join('; ');
