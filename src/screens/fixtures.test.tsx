import { Fragment } from 'react';
import { describe, expect, test } from 'vitest';
import { ErrorSummary } from './error-summary.tsx';
import { Breadcrumb, Footer } from './layout.tsx';
import { Notice } from './notice.tsx';
import { Pagination } from './pagination.tsx';
import { SummaryList, type SummaryRow } from './summary-list.tsx';
import { DataTable } from './table.tsx';
import { Tag, type TagColour } from './tag.tsx';
import { fixture, fixturesOf, markup, normal } from './testing-fixtures.tsx';

// The design system ships what its own macros make of their parameters. For every parameter that we support,
// ours must be the same markup.

test.each(
  fixturesOf<{ text: string; colour?: TagColour }>('tag').filter(
    ({ name }) => name === 'default' || name === 'with text escaping',
  ),
)('tag: $name $description', ({ context, html }) => {
  const { text, colour } = context;
  expect(normal(markup(<Tag {...(colour === undefined ? {} : { colour })}>{text}</Tag>))).toBe(normal(html));
});

test('error summary', () => {
  const { html } = fixture('error-summary', 'default');
  const errors = [{ message: 'Date of birth must be in the past', href: '#example-day' }];
  // Ours can take the focus before any script has run.
  const ours = markup(<ErrorSummary errors={errors} />).replace(' tabindex="-1"', '');
  expect(normal(ours)).toBe(normal(html));
});

test('an error of the whole form is a sentence, not a link to nowhere', () => {
  expect(markup(<ErrorSummary errors={[{ message: 'Try again' }]} />)).toContain('<li>Try again</li>');
  expect(markup(<ErrorSummary errors={[]} />)).toBe('');
});

interface SummaryContext {
  rows: {
    key: { text: string };
    value: { text?: string; html?: string };
    actions?: { items: { text: string; href: string; visuallyHiddenText: string }[] };
  }[];
}

/** A fixture's value as React writes it: words, paragraphs, or an address in lines. */
const valueOf = ({ text, html = '' }: { text?: string; html?: string }): SummaryRow['value'] => {
  if (text !== undefined) return text;
  const paragraphs = [...html.matchAll(/<p>(.*?)<\/p>/g)].map((match) => <p key={match[1]}>{match[1]}</p>);
  if (paragraphs.length > 0) return paragraphs;
  return html.split(/<br>\s*/).map((line, index) => (
    <Fragment key={line}>
      {index === 0 ? null : <br />}
      {line}
    </Fragment>
  ));
};

test.each(['default', 'with actions', 'with multiple actions', 'without border'])(
  'summary list: %s',
  (name) => {
    const { context, html } = fixture<SummaryContext>('summary-list', name);
    const rows = context.rows.map(({ key, value, actions }): SummaryRow => ({
      key: key.text,
      value: valueOf(value),
      ...(actions
        ? {
            actions: actions.items.map((one) => ({
              text: one.text,
              href: one.href,
              about: one.visuallyHiddenText,
            })),
          }
        : {}),
    }));
    expect(normal(markup(<SummaryList rows={rows} border={name !== 'without border'} />))).toBe(normal(html));
  },
);

const link = (label: string) => ({ label, href: `#/section/${label.toLowerCase()}` });

test.each([
  { name: 'default', previous: 'Treatments', next: 'Symptoms' },
  { name: 'with only next', next: 'Symptoms' },
  { name: 'with only previous', previous: 'Treatments' },
])('pagination: $name', ({ name, previous, next }) => {
  const { html } = fixture('pagination', name);
  const ours = markup(
    <Pagination
      {...(previous === undefined ? {} : { previous: link(previous) })}
      {...(next === undefined ? {} : { next: link(next) })}
    />,
  );
  expect(normal(ours)).toBe(normal(html));
});

describe('notice', () => {
  test('important', () => {
    const { html } = fixture('notification-banner', 'default');
    expect(normal(markup(<Notice>The patient record was updated.</Notice>))).toBe(normal(html));
  });
  test('done', () => {
    const { html } = fixture('notification-banner', 'with success variant');
    const ours = markup(
      <Notice kind="done" title="Success">
        Email sent to example@email.com
      </Notice>,
    );
    expect(normal(ours)).toBe(normal(html));
  });
});

test('breadcrumb', () => {
  const { context, html } = fixture<{ items: { href: string; text: string }[] }>('breadcrumb', 'default');
  expect(normal(markup(<Breadcrumb crumbs={context.items} />))).toBe(normal(html));
});

test('footer', () => {
  const { context, html } = fixture<{ meta: { items: { href: string; text: string }[] } }>(
    'footer',
    'default',
  );
  const { items } = context.meta;
  // Each of the fixture's links has the address `#`; ours are told apart by theirs.
  const links = items.map((item) => ({ ...item, href: `#${item.text}` }));
  const ours = markup(<Footer links={links} />).replaceAll(/href="#[^"]*"/g, 'href="#"');
  // The copyright line is the service's own, so it is no part of ours.
  expect(normal(ours)).toBe(normal(html.replace(/<p class="nhsuk-body-s">.*<\/p>/, '')));
});

interface TableContext {
  caption: { text: string; size: 's' | 'm' | 'l' | 'xl' };
  head: { text: string; format?: string }[];
  rows: { text: string; classes?: string }[][];
  compact?: boolean;
  responsive?: boolean;
}

const tables = [
  ['default', undefined],
  ['default', 'compact'],
  ['default', 'responsive'],
  ['default', 'responsive compact'],
  ['with numeric format', undefined],
  ['with numeric format', 'compact'],
  ['with numeric format', 'responsive'],
  ['with numeric format', 'responsive compact'],
] as const;

test.each(tables)('table: %s %s', (name, description) => {
  const { context, html } = fixture<TableContext>('tables', name, description);
  const { caption, head, rows, compact = false, responsive = false } = context;
  const ours = markup(
    <DataTable
      caption={caption.text}
      captionSize={caption.size}
      compact={compact}
      responsive={responsive}
      rows={rows}
      rowKey={(row) => row[0]?.text ?? ''}
      columns={head.map((column, index) => ({
        heading: column.text,
        cell: (row: TableContext['rows'][number]) => row[index]?.text,
        ...(column.format === 'numeric' ? { numeric: true } : {}),
        ...(index === 0 ? { names: true } : {}),
      }))}
    />,
  );
  expect(normal(ours)).toBe(normal(html.replaceAll(' nhsuk-u-nowrap', '')));
});

test('a table without rows says what to do next', () => {
  const ours = markup(
    <DataTable caption="Posts" columns={[]} rows={[]} rowKey={String} empty={<p>Write the first one</p>} />,
  );
  expect(ours).toBe('<p>Write the first one</p>');
});
