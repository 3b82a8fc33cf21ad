import { describe, expect, test } from 'vitest';
import { doors } from './doors.ts';
import * as guards from './guards.ts';
import { sources, type SourceFile, type Trespass } from './source.ts';

type Guard = (files: readonly SourceFile[]) => Trespass[];

const all = sources('src');
const file = (path: string, text: string): SourceFile => ({ path, text });

/** Each guard, with a trespass that it must catch: a guard that cannot fail guards nothing. */
const plan: { name: string; guard: Guard; trespass: SourceFile[] }[] = [
  {
    name: 'no arrow runs up',
    guard: guards.arrows,
    trespass: [file('src/kernel/x.ts', "import { open } from '#store/store.ts';\n")],
  },
  {
    name: 'a feature is entered by its front door',
    guard: guards.arrows,
    trespass: [file('src/entry/web/x.ts', "import { due } from '#features/inbox/due.ts';\n")],
  },
  {
    name: 'features meet by events',
    guard: guards.arrows,
    trespass: [file('src/features/inbox/x.ts', "import { draft } from '#features/publishing/index.ts';\n")],
  },
  {
    name: 'no feature imports the store, by a relative path either',
    guard: guards.arrows,
    trespass: [file('src/features/inbox/x.ts', "import { openStore } from '../../store/store.ts';\n")],
  },
  {
    name: 'networks know no feature',
    guard: guards.arrows,
    trespass: [file('src/networks/x.ts', "const x = await import('#features/inbox/index.ts');\n")],
  },
  {
    name: 'only perform writes',
    guard: guards.oneWriter,
    trespass: [file('src/features/inbox/x.ts', 'await house.store.write(async () => {});\n')],
  },
  {
    name: 'only perform writes tables',
    guard: guards.oneWriter,
    trespass: [file('src/features/inbox/x.ts', "db.updateTable('enquiries').set({});\n")],
  },
  {
    name: 'one way out',
    guard: guards.oneWayOut,
    trespass: [file('src/features/inbox/x.ts', "const answer = await fetch('http://example.org');\n")],
  },
  {
    name: 'what is typed into the check stays there',
    guard: guards.nothingLeavesTheCheck,
    trespass: [file('src/features/guidance/browser/x.ts', "navigator.sendBeacon('/count', text);\n")],
  },
  {
    name: 'what is typed into the check is not kept',
    guard: guards.nothingLeavesTheCheck,
    trespass: [file('src/features/guidance/browser/x.ts', "sessionStorage.setItem('draft', text);\n")],
  },
  {
    name: 'one reader of the environment',
    guard: guards.oneEnvironment,
    trespass: [file('src/store/x.ts', 'const url = process.env.DATABASE_URL;\n')],
  },
  {
    name: 'one clock',
    guard: guards.oneClock,
    trespass: [file('src/features/inbox/x.ts', 'const now = Temporal.Now.instant();\n')],
  },
  {
    name: 'no clause number in code',
    guard: guards.noClauseNumbers,
    trespass: [file('src/features/inbox/x.ts', "const clause = '6.4.b';\n")],
  },
  {
    name: 'honest names',
    guard: guards.honestNames,
    trespass: [file('src/features/inbox/reply-helpers.ts', '')],
  },
  {
    name: 'short files',
    guard: guards.shortTail,
    trespass: [file('src/kernel/x.ts', 'const x = 1;\n'.repeat(251))],
  },
  {
    name: 'short functions',
    guard: guards.shortTail,
    trespass: [file('src/kernel/x.ts', `export function long() {\n${'  void 0;\n'.repeat(50)}}\n`)],
  },
  {
    name: 'front doors without screens',
    guard: guards.frontDoorsWithoutScreens,
    trespass: [
      file('src/features/inbox/index.ts', "export { one } from './one.ts';\n"),
      file('src/features/inbox/one.ts', "import { renderToStaticMarkup } from 'react-dom/server';\n"),
    ],
  },
  {
    name: 'rooms read their own tables only',
    guard: guards.ownTables,
    trespass: [
      file('src/features/inbox/lifecycle.ts', "const enquiries = table<Enquiry>('enquiries');\n"),
      file('src/features/people/x.ts', "db.selectFrom('enquiries');\n"),
    ],
  },
];

describe.each(plan)('$name', ({ guard, trespass }) => {
  test('is kept', () => {
    expect(guard(all).map((one) => `${one.path}:${one.line} ${one.what}`)).toEqual([]);
  });
  test('would be seen to be broken', () => {
    expect(guard(trespass)).not.toEqual([]);
  });
});

test('ten doors between features at most, and each says why', () => {
  expect(doors.length).toBeLessThanOrEqual(10);
  expect(doors.filter((door) => door.why.length < 20)).toEqual([]);
});
