import { Cite, Moment, Notice, PageHeading, SummaryList, format, type PageContext } from '#screens/index.ts';
import type { FileAnswer } from '#screens/index.ts';
import { trailExport } from '../lifecycle.ts';
import type { TrailExport } from '../words.ts';

const rowOf = async ({ row, params }: PageContext): Promise<TrailExport> =>
  (await row(trailExport, params['id'] ?? '')) as unknown as TrailExport;

/** A copy that was taken: what it holds, where to get it, and how anybody checks it. */
export async function exportPage(context: PageContext) {
  const taken = await rowOf(context);
  return (
    <>
      <PageHeading caption="Records">A copy of the whole trail</PageHeading>
      <SummaryList
        rows={[
          { key: 'Taken', value: <Moment at={taken.created_at} /> },
          { key: 'Holds', value: `Entries 1 to ${format.countOf(taken.up_to)}` },
          { key: 'Hash of its last entry', value: <code>{taken.hash}</code> },
        ]}
      />
      <p>
        <a
          className="nhsuk-button"
          href={`/records/exports/${taken.id}/trail.jsonl`}
          role="button"
          download=""
        >
          Download it
        </a>
      </p>
      <Notice title="Check it without trusting us">
        <p>
          On any machine: <code>signpost audit verify FILE --head {`${taken.up_to}:${taken.hash}`}</code>
        </p>
        <p>
          Note the head elsewhere, on paper say: a file alone cannot show that its end was cut off.{' '}
          <Cite citation={context.cite('records.verify')} />
        </p>
      </Notice>
      <p>That you took this copy stands in the trail. It holds no words that people wrote.</p>
    </>
  );
}

/** Streamed up to the entry that was last when it was taken, so that every download of it is the same. */
export async function exportFile(context: PageContext): Promise<FileAnswer> {
  const taken = await rowOf(context);
  return {
    name: `audit-trail-to-${taken.up_to}.jsonl`,
    type: 'application/jsonl; charset=utf-8',
    lines: withEnds(context.house.store.trail.exported(taken.up_to)),
  };
}

async function* withEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
