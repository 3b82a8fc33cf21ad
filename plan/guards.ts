import { doors } from './doors.ts';
import {
  functionsOf,
  importsOf,
  isTest,
  matches,
  roomOf,
  target,
  type SourceFile,
  type Trespass,
} from './source.ts';

/** Which rooms each room may import. Down only: nothing here names a room above it. */
const below: Record<string, readonly string[]> = {
  main: [
    'entry',
    'features',
    'screens',
    'store',
    'networks',
    'twins',
    'kernel',
    'policy',
    'calendar',
    'config',
  ],
  config: [],
  entry: ['features', 'screens', 'networks', 'kernel', 'policy', 'calendar', 'checks', 'triage', 'text'],
  features: ['screens', 'kernel', 'policy', 'calendar', 'checks', 'triage', 'text'],
  screens: ['kernel', 'policy'],
  store: ['kernel', 'policy'],
  twins: ['networks', 'kernel'],
  networks: ['kernel'],
  checks: ['text', 'policy'],
  triage: ['text', 'policy'],
  kernel: ['policy'],
  policy: [],
  calendar: [],
  text: [],
};

const kindOf = (room: string): string => room.split('/')[0] ?? room;

/** Nobody imports upwards, and features meet only through their front doors. */
export function arrows(files: readonly SourceFile[]): Trespass[] {
  return files.flatMap((file) => {
    const from = roomOf(file.path);
    return importsOf(file).flatMap((one): Trespass[] => {
      const to = target(file, one.specifier);
      if (!to?.startsWith('src/')) return [];
      const what = forbidden(file, from, to);
      return what === undefined ? [] : [{ path: file.path, line: one.line, what }];
    });
  });
}

function forbidden(file: SourceFile, from: string, toPath: string): string | undefined {
  const to = roomOf(toPath);
  if (from === to) return undefined;
  const allowed = below[kindOf(from)];
  if (!allowed) return `${from} is no room of the plan`;
  if (kindOf(from) === 'features' && kindOf(to) === 'features')
    return betweenFeatures(file, from, to, toPath);
  if (isTest(file.path)) return undefined;
  if (!allowed.includes(kindOf(to))) return `${from} imports ${to}: no arrow may run that way`;
  if (kindOf(to) === 'features') return throughDoor(from, to, toPath);
  return undefined;
}

function throughDoor(from: string, to: string, toPath: string): string | undefined {
  const inside = toPath.replace(`src/${to}/`, '');
  if (inside === 'index.ts') return undefined;
  if (from === 'main' && /^(pages\.tsx|builders\.ts)$/.test(inside)) return undefined;
  return `${from} imports ${inside} of ${to}: only its front door is open`;
}

function betweenFeatures(file: SourceFile, from: string, to: string, toPath: string): string | undefined {
  const inside = toPath.replace(`src/${to}/`, '');
  if (inside !== 'index.ts' && !(isTest(file.path) && inside === 'builders.ts')) {
    return `${from} imports ${inside} of ${to}: only its front door is open`;
  }
  if (to === 'features/people' || isTest(file.path)) return undefined;
  const named = doors.some((door) => `features/${door.from}` === from && `features/${door.to}` === to);
  return named ? undefined : `${from} imports ${to}: the pair does not stand in plan/doors.ts`;
}

const product = (files: readonly SourceFile[]): SourceFile[] => files.filter((file) => !isTest(file.path));

/** Only `kernel/perform.ts` opens a write transaction. */
export const oneWriter = (files: readonly SourceFile[]): Trespass[] =>
  product(files)
    .filter((file) => file.path !== 'src/kernel/perform.ts' && roomOf(file.path) !== 'store')
    .flatMap((file) => [
      ...matches(file, /\bstore\.write\(/g, 'opens a write transaction'),
      ...matches(file, /\.(insertInto|updateTable|deleteFrom|mergeInto)\(/g, 'writes a table itself').filter(
        () => file.path !== 'src/kernel/row.ts',
      ),
    ]);

/** Only networks and the sign-in room know the outside; nothing else calls out. */
export const oneWayOut = (files: readonly SourceFile[]): Trespass[] =>
  product(files)
    .filter(
      (file) =>
        !['networks', 'twins'].includes(roomOf(file.path)) && !file.path.startsWith('src/screens/islands/'),
    )
    .flatMap((file) => matches(file, /(?<![.\w])fetch\(|from 'node:https?'|from 'undici'/g, 'calls outside'));

/** What looks at a text in the browser before it is posted can send nothing, keep nothing and lead nowhere. */
export const nothingLeavesTheCheck = (files: readonly SourceFile[]): Trespass[] =>
  product(files)
    .filter((file) => /^src\/(?:features\/guidance\/browser|checks|text)\//.test(file.path))
    .flatMap((file) =>
      matches(
        file,
        /\b(?:XMLHttpRequest|sendBeacon|WebSocket|EventSource|WebTransport|RTCPeerConnection|BroadcastChannel|SharedWorker|localStorage|sessionStorage|indexedDB|serviceWorker|showSaveFilePicker|pushState|replaceState|execCommand)\b|\bnavigator\.|\blocation\s*[.=]|\.cookie\b|\bcaches\.|\bnew Image\b|\.submit\(|\bfetch\(|\bimport\((?!'\.\/)|\.src\b|innerHTML|\bconsole\./g,
        'lets what somebody typed leave',
      ),
    );

/** Only `config.ts` reads the environment. */
export const oneEnvironment = (files: readonly SourceFile[]): Trespass[] =>
  product(files)
    .filter((file) => file.path !== 'src/config.ts')
    .flatMap((file) => matches(file, /\bprocess\.env\b/g, 'reads the environment'));

/** Only `kernel/clock.ts` asks what time it is. */
export const oneClock = (files: readonly SourceFile[]): Trespass[] =>
  product(files)
    .filter((file) => file.path !== 'src/kernel/clock.ts' && !file.path.startsWith('src/screens/islands/'))
    .flatMap((file) => matches(file, /\bTemporal\.Now\b|\bDate\.now\(|\bnew Date\(\)/g, 'asks for the time'));

/** No clause number stands in code: code names rules, and a policy binds them to clauses. */
export const noClauseNumbers = (files: readonly SourceFile[]): Trespass[] =>
  product(files)
    .filter((file) => file.path.startsWith('src/'))
    .flatMap((file) =>
      matches(file, /['"`]\s*(?:clause |section )?6\.\d{1,2}(?:\.[a-zA-Z]\w*)?\s*['"`]/g, 'names a clause'),
    );

const vague = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'misc',
  'manager',
  'service',
  'base',
  'data',
]);

/** A file that no honest word names is not understood yet. */
export const honestNames = (files: readonly SourceFile[]): Trespass[] =>
  files.flatMap((file) => {
    const name =
      file.path
        .split('/')
        .at(-1)
        ?.replace(/(\.test)?\.tsx?$/, '') ?? '';
    const parts = name.split('-');
    const wrong = parts.find((part) => vague.has(part)) ?? (/^[a-z0-9.-]+$/.test(name) ? undefined : name);
    return wrong === undefined ? [] : [{ path: file.path, line: 1, what: `is named by “${wrong}”` }];
  });

/** The tail is what makes code ugly: 250 lines a file, 50 a function, 1,500 a room. */
export const shortTail = (files: readonly SourceFile[]): Trespass[] =>
  files
    .filter((file) => !/\.test\.tsx?$/.test(file.path))
    .flatMap((file) => {
      const lines = file.text.split('\n').length - 1;
      const long = functionsOf(file).filter((one) => one.lines > 50);
      return [
        ...(lines > 250 ? [{ path: file.path, line: 1, what: `has ${lines} lines (250 at most)` }] : []),
        ...long.map((one) => ({
          path: file.path,
          line: one.line,
          what: `has a function of ${one.lines} lines (50 at most)`,
        })),
      ];
    });

/** A room's front door pulls in no React: whoever imports an event must not load a screen library. */
export const frontDoorsWithoutScreens = (files: readonly SourceFile[]): Trespass[] => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const fronts = files.filter((file) => /^src\/features\/[^/]+\/index\.ts$/.test(file.path));
  return fronts.flatMap((front) => {
    const seen = new Set<string>();
    const open = [front.path];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const file = byPath.get(path);
      if (!file) continue;
      for (const one of importsOf(file).filter((each) => !each.typeOnly)) {
        if (
          /^(react|react-dom|nhsuk-react-components)(\/|$)/.test(one.specifier) ||
          one.specifier.startsWith('#screens')
        ) {
          return [{ path: front.path, line: 1, what: `reaches ${one.specifier} through ${path}` }];
        }
        const next = target(file, one.specifier);
        if (next !== undefined) open.push(next);
      }
    }
    return [];
  });
};

/** A room's tables are named in its own folder only. */
export const ownTables = (files: readonly SourceFile[]): Trespass[] => {
  const owners = new Map<string, string>();
  for (const file of product(files)) {
    for (const match of file.text.matchAll(/\btable<\w+>\('([a-z_]+)'\)/g)) {
      const name = match[1];
      if (name !== undefined) owners.set(name, roomOf(file.path));
    }
  }
  return product(files).flatMap((file) =>
    [...file.text.matchAll(/\.(?:selectFrom|innerJoin|leftJoin)\('([a-z_]+)[' ]/g)].flatMap(
      (match): Trespass[] => {
        const owner = owners.get(match[1] ?? '');
        if (owner === undefined || owner === roomOf(file.path)) return [];
        return [{ path: file.path, line: 1, what: `reads ${match[1]}, a table of ${owner}` }];
      },
    ),
  );
};
