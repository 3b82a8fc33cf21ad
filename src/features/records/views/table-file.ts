import type { FileAnswer, PageContext } from '#screens/index.ts';
import { csvHeading, csvOf } from '../csv.ts';
import { trailOf } from '../queries/trail.ts';
import { asked } from './filters.tsx';

/** Everything that matches the filters of the address, as a table: no more of each entry than the page shows. */
export async function trailTable(context: PageContext): Promise<FileAnswer> {
  const { before: _, ...filters } = asked(context.query);
  // Asked before the first line leaves, so that an address that cannot be read is answered with a page.
  let page = await context.ask(trailOf, filters);
  async function* lines(): AsyncGenerator<string> {
    yield csvHeading;
    for (;;) {
      for (const line of page.lines) yield csvOf(line);
      if (page.next === null) return;
      page = await context.ask(trailOf, { ...filters, before: String(page.next) });
    }
  }
  return { name: 'audit-trail.csv', type: 'text/csv; charset=utf-8', lines: lines() };
}
