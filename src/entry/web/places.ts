import { form } from '#kernel/form.ts';
import { mayAsk } from '#kernel/ask.ts';
import { question } from '#kernel/question.ts';
import type { Standing } from '#kernel/rights.ts';
import type { Page, Pages, PlaceLink } from '#screens/index.ts';
import { z } from 'zod';

const names = {
  inbox: 'Inbox',
  publish: 'Publish',
  accounts: 'Accounts',
  duty: 'Duty',
  policy: 'Policy',
  people: 'People',
  records: 'Records',
  more: 'More',
} as const satisfies Record<NonNullable<Page['place']>, string>;

const placeIds = Object.keys(names).filter((id): id is keyof typeof names => id in names);

/** May this person open this page? The kernel decides, as it does for any question. */
export function opener(page: Pick<Page, 'path' | 'askers'>): (standing: Standing | undefined) => boolean {
  const asked = question(page.path, {
    about: page.path,
    input: form({}),
    output: z.unknown(),
    askers: page.askers,
    read: async () => undefined,
  });
  return (standing) => mayAsk(asked, standing);
}

export interface Place extends PlaceLink {
  readonly open: (standing: Standing | undefined) => boolean;
}

/**
 * The places of the header: each leads to the shortest address that this person may open, so a place whose first page
 * is for few still leads the others to what is theirs. A place without pages is not there.
 */
export function placesOf(rooms: readonly Pages[]): Place[] {
  const pages = rooms.flatMap((room) => room.pages).filter((page) => !/[:*]/.test(page.path));
  return placeIds.flatMap((id): Place[] => {
    const homes = pages
      .filter((page) => page.place === id)
      .toSorted((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1))
      .map((page) => ({ href: page.path, opens: opener(page) }));
    return homes.map(({ href, opens }, index) => ({
      id,
      text: names[id],
      href,
      open: (standing) =>
        opens(standing) && !homes.slice(0, index).some((shorter) => shorter.opens(standing)),
    }));
  });
}
