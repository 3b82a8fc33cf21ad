/**
 * What every network must do, as tests. A network's own test file hands over a world in which the network runs
 * and in which the public can act; the same expectations then hold for the manual one, for a practice server
 * and for a real network.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reports, searches, showsProfiles } from './contract/acting.ts';
import { blocks, hides, moderates, restricts } from './contract/moderating.ts';
import { asksAPerson, publishesOnce, refusesBeforeSending, takesDown } from './contract/publishing.ts';
import { bringsWhatIsWritten, keepsThreads, repliesUnderneath } from './contract/reading.ts';
import type { Measure, World } from './contract/world.ts';

export type { World } from './contract/world.ts';

const PARTS = ['profile', 'publish', 'inbox', 'webhook', 'moderate', 'report', 'search'] as const;
export type PartName = (typeof PARTS)[number];

export interface Claims {
  /** The parts that it has. One that it has and does not claim fails, as does one that it claims and lacks. */
  readonly parts: readonly PartName[];
  /** Of `moderate`, the measures that it has. */
  readonly measures?: readonly Measure[];
  /** A person does the posting. */
  readonly byHand?: boolean;
}

/** Registers the tests. `setUp` runs once before them. */
export function describeNetwork(name: string, claims: Claims, setUp: () => Promise<World>): void {
  describe(`the network contract: ${name}`, () => {
    let world: World | undefined;
    const the = (): World => {
      if (!world) throw new Error('The network has not been set up');
      return world;
    };
    beforeAll(async () => {
      world = await setUp();
    });
    afterAll(() => world?.close());

    test('it has the parts that it claims, and says of the others why not and how that is known', () => {
      const { network } = the();
      expect(PARTS.filter((part) => network[part].present)).toEqual(
        PARTS.filter((part) => claims.parts.includes(part)),
      );
      for (const part of PARTS.map((each) => network[each]).filter((each) => !each.present)) {
        expect(part.reason).toMatch(/^[A-Z].*\.$/);
        expect(part.source.length).toBeGreaterThan(10);
      }
    });

    publishesOnce(the);
    refusesBeforeSending(the);
    (claims.byHand ? asksAPerson : takesDown)(the);
    bringsWhatIsWritten(the);
    keepsThreads(the);
    if (!claims.byHand) repliesUnderneath(the);
    const has = (part: PartName) => claims.parts.includes(part);
    if (has('profile')) showsProfiles(the);
    const measures = claims.measures ?? [];
    if (has('moderate')) moderates(the, measures);
    // By hand nothing happens on a site that these tests could look at.
    if (!claims.byHand && measures.includes('hide')) hides(the);
    if (!claims.byHand && measures.includes('restrict')) restricts(the);
    if (!claims.byHand && measures.includes('block')) blocks(the);
    if (has('report')) reports(the);
    if (has('search')) searches(the);
  });
}
