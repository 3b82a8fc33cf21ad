import type { AnyCommand } from '#kernel/command.ts';
import type { House } from '#kernel/house.ts';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import type { Party } from '#kernel/party.ts';
import { roleNames, roles, type Role } from '#kernel/roles.ts';
import type { Room } from '#kernel/room.ts';
import { holdsParty, isForSomebody, mayAskThis, maySee, stepsOf, type Holding } from './declared.ts';
import { capital, code, generated, markdownTable, spaced } from './markdown.ts';
import type { Cover } from './routes.ts';

const yes = '●';
const holding = (role: Role | undefined, more: Partial<Holding> = {}): Holding => ({
  signedIn: role !== undefined,
  roles: role === undefined ? [] : [...new Set<Role>(['staff', role])],
  rolesAtPlace: [],
  named: false,
  ...more,
});

/** One cell a role: what these parties let each do to a row that each may see. */
const cellsFor = (parties: readonly Party[], seeing?: Lifecycle): string[] =>
  roleNames.map((role) => {
    const may = (held: Holding) =>
      parties.some((party) => holdsParty(party, held)) && (!seeing || maySee(seeing, held));
    if (may(holding(role))) return yes;
    return may(holding(role, { rolesAtPlace: [role] })) ? 'at its place' : '';
  });

const named = (parties: readonly Party[]): string =>
  parties
    .flatMap((party) => (party.party === 'self' ? [party.column] : []))
    .map((column) => (column === 'id' ? 'oneself' : spaced(column)))
    .join(', ');

const programs = (parties: readonly Party[]): string =>
  parties.flatMap((party) => (party.party === 'system' ? [party.system] : [])).join(', ');

const partiesFor = (command: AnyCommand): Party[] => stepsOf(command).flatMap((step) => [...step.who]);

function lifecycleTable(of: Lifecycle, commands: readonly AnyCommand[]): string {
  const { see, guarded } = of.sight;
  const own = commands.filter((command) => command.lifecycle === of);
  const guardedRow = guarded
    ? [[`see one whose ${spaced(guarded.by)} is set`, ...cellsFor(guarded.only), named(guarded.only), '']]
    : [];
  const rows = own.map((command) => {
    const parties = partiesFor(command);
    if (!command.alone) return [code(command.name), ...cellsFor([]), '', 'with another act'];
    const cells = cellsFor(parties, command.creates ? undefined : of);
    return [code(command.name), ...cells, named(parties), programs(parties)];
  });
  const table = withoutEmptyColumns(
    ['', ...roleNames.map(code), 'whom the row names as', 'the program'],
    [['see one', ...cellsFor(see), named(see), ''], ...guardedRow, ...rows],
  );
  return [`### ${capital(spaced(of.name))}`, '', table, ''].join('\n');
}

/** A role that may do here what every member of staff may has no column of its own: that keeps a table readable. */
function withoutEmptyColumns(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const staff = headings.indexOf(code('staff'));
  const roleColumns = new Set(roleNames.map(code));
  const kept = headings.map((heading, index) => {
    if (index === 0 || index === staff) return true;
    const plain = roleColumns.has(heading) ? staff : undefined;
    return rows.some((row) => row[index] !== (plain === undefined ? '' : row[plain]));
  });
  const only = (cells: readonly string[]) => cells.filter((_, index) => kept[index]);
  return markdownTable(only(headings), rows.map(only));
}

const roomSection = ({ title, lifecycles, commands }: Room): string =>
  lifecycles.length === 0
    ? ''
    : [`## ${title}`, '', ...lifecycles.map((of) => lifecycleTable(of, commands))].join('\n');

/** An address with the cells of the public and of each role. */
function askedRow(route: string, askers: Parameters<typeof mayAskThis>[0]): string[] {
  const cell = (role?: Role) => (mayAskThis(askers, holding(role)) ? yes : '');
  return [code(route), cell(), ...roleNames.map((role) => cell(role))];
}

interface Covered {
  readonly route: string;
  readonly cover: Cover;
}

/** Addresses that read: pages and questions. */
const readingTable = (covered: readonly Covered[]): string =>
  withoutEmptyColumns(
    ['Address', 'the public', ...roleNames.map(code)],
    covered.flatMap(({ route, cover }): string[][] => {
      if (cover.by === 'page') return [askedRow(route, cover.page.askers)];
      if (cover.by === 'question') return [askedRow(route, cover.question.askers)];
      return [];
    }),
  );

const saidOf = ({ cover }: Covered): string | undefined => {
  switch (cover.by) {
    case 'everybody':
      return `everybody: ${cover.why}`;
    case 'signature':
      return `whoever signs: ${cover.why}`;
    case 'signed in':
      return `whoever is signed in: ${cover.why}`;
    case 'right':
      return `whoever may do ${code(cover.command.name)}: ${cover.why}`;
    case 'form':
      return 'the form of each command: as the tables above say of it';
    case 'command':
      return `as ${code(cover.command.name)} above`;
    case 'offers':
      return `whoever sees the ${spaced(cover.row.name)}`;
    default:
      return undefined;
  }
};

const otherTable = (covered: readonly Covered[]): string =>
  markdownTable(
    ['Address', 'Who'],
    covered.flatMap((one) => {
      const said = saidOf(one);
      return said === undefined ? [] : [[code(one.route), said]];
    }),
  );

const legend = [
  'Each mark is tried at the doors of the running program, on a real database, by a test: as this says, and no',
  'more (`src/main/roles.test.ts`). Somebody who may not see a row is answered as if it were not there (404);',
  'who sees it and may not act is told who could (403); the public is asked to sign in. Everybody who works here',
  'holds `staff`. A role without a column in a table may do there what `staff` may, and no more. A role that is',
  'held at one place alone counts at that place alone. Somebody who has left, and a session that has ended, may do what the public may.',
].join('\n');

/** Who may do and see what: every command, page and question for every role. */
export function rolesPage(house: House, covered: readonly Covered[]): string {
  const addresses = covered.toSorted((a, b) => (a.route < b.route ? -1 : 1));
  const only = [...house.commands.values()].filter((command) => !isForSomebody(command)).length;
  return [
    generated,
    '# Who may do what',
    '',
    legend,
    '',
    markdownTable(
      ['Role', 'In words'],
      roleNames.map((role) => [code(role), roles[role]]),
    ),
    '',
    ...house.rooms.map(roomSection),
    `Of these, ${only} are done by the program alone, or only with another act: nobody can ask for them, and they have no address in the API.`,
    '',
    '## Pages and questions',
    '',
    'A page about one row opens, besides, only for those who may see the row.',
    '',
    readingTable(addresses),
    '',
    '## Every other address',
    '',
    'An address that stands neither above nor here is not there: a test fails while one is covered by nothing.',
    'Other methods of the addresses under `/api` are answered with 405.',
    '',
    otherTable(addresses),
    '',
  ].join('\n');
}
