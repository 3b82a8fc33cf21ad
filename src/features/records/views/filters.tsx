import { systems } from '#kernel/roles.ts';
import type { InputError } from '#kernel/refusal.ts';
import { LineField, Select, type PageContext } from '#screens/index.ts';
import { doors, plainWords } from '../words.ts';

const names = ['from', 'to', 'kind', 'row', 'clause', 'command', 'actor', 'door', 'before'] as const;
type Name = (typeof names)[number];
export type Asked = Partial<Record<Name, string>>;

/** What an address asks for; what is empty is not asked. */
export const asked = (query: Readonly<Record<string, string>>): Asked =>
  Object.fromEntries(
    names.flatMap((name) => {
      const text = query[name]?.trim() ?? '';
      return text === '' ? [] : [[name, text]];
    }),
  );

export const queryOf = (of: Asked): string => new URLSearchParams(of).toString();

const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : 1);

/** A plain form: its answer is an address that can be kept and sent on. */
export function Filters({
  context,
  errors,
}: {
  readonly context: PageContext;
  readonly errors: readonly InputError[];
}) {
  const { house, query } = context;
  const field = (name: Name) => ({
    id: name,
    name,
    value: query[name],
    chosen: [query[name] ?? ''],
    error: errors.find((one) => one.field === name)?.message,
  });
  const kinds = [...house.lifecycles.keys()].map((id) => ({ id, name: plainWords(id) })).toSorted(byName);
  const ways = Object.entries(doors).map(([id, name]) => ({ id, name }));
  return (
    <form className="sp-filter" action="/records" method="get" noValidate>
      <h2 className="nhsuk-heading-s">Find entries</h2>
      <div className="sp-filter__fields">
        <LineField {...field('from')} label="From" type="date" width={10} />
        <LineField {...field('to')} label="To, that day included" type="date" width={10} />
        <Select {...field('kind')} label="Kind of thing" options={kinds} placeholder="Every kind" />
        <LineField {...field('clause')} label="Clause" width={10} />
        <Select {...field('actor')} label="Who" options={actors(query['actor'])} placeholder="Anybody" />
        <Select {...field('door')} label="How" options={ways} placeholder="By every door" />
        {query['row'] === undefined ? null : <LineField {...field('row')} label="Id of one thing" />}
      </div>
      <Kept value={query['command']} />
      <button className="nhsuk-button nhsuk-button--small" type="submit">
        Show
      </button>
    </form>
  );
}

/** Boxes of the form, to which an error can lead. */
export const inForm: ReadonlySet<string> = new Set(
  names.filter((name) => name !== 'before' && name !== 'command'),
);

/** What was done is asked by an address alone; it is kept while the rest is changed. */
const Kept = ({ value }: { readonly value: string | undefined }) =>
  value === undefined || value === '' ? null : <input type="hidden" name="command" value={value} />;

/** Parts of the program by name. A person is chosen by pressing on them in the list. */
function actors(chosen: string | undefined) {
  const parts = Object.entries(systems).map(([name, words]) => ({ id: `system:${name}`, name: words }));
  return chosen?.startsWith('person:') === true
    ? [{ id: chosen, name: 'The person that you chose' }, ...parts]
    : parts;
}
