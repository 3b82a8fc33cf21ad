import { form } from '#kernel/form.ts';
import { mayAsk } from '#kernel/ask.ts';
import { question } from '#kernel/question.ts';
import type { Standing } from '#kernel/rights.ts';
import type { Page, Pages, PlaceLink } from '#screens/index.ts';
import { z } from 'zod';

const names = {
  inbox: 'Inbox',
  publish: 'Publish',
  check: 'Check a post',
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

export interface Place {
  readonly id: string;
  readonly text: string;
  /** Where it leads this person; undefined where none of its pages is open to them. */
  readonly hrefFor: (standing: Standing | undefined) => string | undefined;
}

/**
 * The places of the header: each leads to the shortest address of its pages that is open to whoever looks.
 * A place without pages is not there.
 */
export function placesOf(rooms: readonly Pages[]): Place[] {
  const pages = rooms.flatMap((room) => room.pages).filter((page) => !/[:*]/.test(page.path));
  return placeIds.flatMap((id): Place[] => {
    const own = pages
      .filter((page) => page.place === id)
      .toSorted((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1))
      .map((page) => ({ href: page.path, open: opener(page) }));
    const hrefFor: Place['hrefFor'] = (standing) => own.find(({ open }) => open(standing))?.href;
    return own.length > 0 ? [{ id, text: names[id], hrefFor }] : [];
  });
}

/** The places that are open to this person, as links. */
export const placesFor = (places: readonly Place[], standing: Standing | undefined): PlaceLink[] =>
  places.flatMap(({ id, text, hrefFor }) => {
    const href = hrefFor(standing);
    return href === undefined ? [] : [{ id, text, href }];
  });
