import { z } from 'zod';
import { findPersonalData } from '#text/index.ts';
import { isLabel, nearest, readAgain, triage, type Label, type ReadTwice } from '#triage/index.ts';
import { Usage, type Exit } from './complaint.ts';
import type { CliIo } from './ports.ts';
import { eachLine, ground, type ReadingOptions } from './reading.ts';

/** A line of `signpost triage --jsonl`. */
const line = z.object({
  id: z.union([z.string(), z.number()]),
  network: z.string().max(2_000).nullish(),
  kind: z.enum(['comment', 'dm', 'mention', 'review']).nullish(),
  text: z.string().max(100_000, 'Give at most 100,000 characters.'),
});

export interface TriageOptions extends ReadingOptions {
  /** Also asks the second reader that the settings of the installation name. */
  readonly secondReader?: true;
  /** Also shows the two most alike of the texts that triage was taught. */
  readonly nearest?: true;
}

/** `signpost triage --jsonl`: what the public sent, sorted into three tiers. Nothing is kept. */
export async function triageLines(io: CliIo, options: TriageOptions): Promise<Exit> {
  const { settings } = await ground(io, options);
  const { allowedNumbers = [], trustedHosts = [], ownPlaces = [], asOf } = settings;
  const own = { allowedNumbers, ownHosts: trustedHosts, ownPlaces, ...(asOf === undefined ? {} : { asOf }) };
  const pagingLabels = labelsIn(settings.pagingLabels);
  const reader = options.secondReader ? await secondReader(io) : undefined;
  return eachLine(io, line, async ({ id, text }) => {
    const first = triage(text, { pagingLabels });
    const read: Partial<ReadTwice> & Pick<ReadTwice, 'triage'> = reader
      ? await readAgain(text, first, reader, { pagingLabels, own })
      : { triage: first };
    const { labels, lead, severity, page, lookFirst, reasons, language, unread } = read.triage;
    const personalData = findPersonalData(text, own).map(({ kind, start, end }) => ({ kind, start, end }));
    return {
      id,
      labels,
      lead: lead ?? null,
      severity,
      page,
      lookFirst,
      reasons,
      personalData,
      language,
      ...(unread ? { unread } : {}),
      ...(options.nearest ? { nearest: nearest(text) } : {}),
      ...(read.second ? { secondReader: read.second } : {}),
    };
  });
}

async function secondReader(io: CliIo) {
  const reader = await io.run.secondReader();
  if (reader) return reader;
  throw new Usage('No second reader is set: give SIGNPOST_SECOND_READER and SIGNPOST_SECOND_READER_MODEL.');
}

function labelsIn(named: readonly string[] | undefined): Label[] | undefined {
  const unknown = named?.find((name) => !isLabel(name));
  if (unknown !== undefined)
    throw new Usage(`In the settings: pagingLabels names ${unknown}, which is no label.`);
  return named?.filter(isLabel);
}
