import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** The cell that names its row. */
  readonly names?: boolean;
  /** Heard but not seen: for a column of buttons. */
  readonly hideHeading?: boolean;
  /** A link that sorts by this column, and how it is sorted now. */
  readonly sort?: { readonly href: string; readonly now?: 'ascending' | 'descending' };
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly captionSize?: 's' | 'm' | 'l' | 'xl';
  readonly hideCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** On narrow screens each row becomes a block with its headings (true unless told). */
  readonly responsive?: boolean;
  readonly compact?: boolean;
  /** What to say, and do next, where there are no rows. */
  readonly empty?: ReactNode;
}

const numeric = (one: 'header' | 'cell', is: boolean | undefined) =>
  `nhsuk-table__${one}${is === true ? ` nhsuk-table__${one}--numeric` : ''}`;

function Heading<Row>({ column, roles }: { readonly column: Column<Row>; readonly roles: boolean }) {
  const { heading, sort } = column;
  return (
    <th
      className={numeric('header', column.numeric)}
      scope="col"
      role={roles ? 'columnheader' : undefined}
      data-sort={sort ? '' : undefined}
      aria-sort={sort?.now}
    >
      {sort ? (
        <a className="nhsuk-link" href={sort.href}>
          {heading}
        </a>
      ) : column.hideHeading === true ? (
        <span className="nhsuk-u-visually-hidden">{heading}</span>
      ) : (
        heading
      )}
    </th>
  );
}

function Cell<Row>({
  column,
  row,
  roles,
}: {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly roles: boolean;
}) {
  const inside = (
    <>
      {roles && column.hideHeading !== true ? (
        <span className="nhsuk-table__heading" aria-hidden="true">
          {column.heading}{' '}
        </span>
      ) : null}
      {column.cell(row)}
    </>
  );
  return column.names === true ? (
    <th className={numeric('header', column.numeric)} scope="row" role={roles ? 'rowheader' : undefined}>
      {inside}
    </th>
  ) : (
    <td className={numeric('cell', column.numeric)} role={roles ? 'cell' : undefined}>
      {inside}
    </td>
  );
}

/** Rows under headings, in plain markup: the library's own table costs five times as much on a long list. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionSize, columns, rows, rowKey, responsive: roles = true } = props;
  if (rows.length === 0 && props.empty !== undefined) return <>{props.empty}</>;
  const sortable = columns.some((column) => column.sort);
  const classes = [
    'nhsuk-table',
    ...(roles ? ['nhsuk-table--responsive'] : []),
    ...(sortable ? ['nhsuk-table--sortable'] : []),
    ...(props.compact === true ? ['nhsuk-table--compact'] : []),
  ];
  const captionClass = `nhsuk-table__caption${captionSize === undefined ? '' : ` nhsuk-table__caption--${captionSize}`}`;
  return (
    <table className={classes.join(' ')} role={roles ? 'table' : undefined}>
      <caption className={props.hideCaption === true ? 'nhsuk-u-visually-hidden' : captionClass}>
        {caption}
        {sortable ? <span className="nhsuk-u-visually-hidden"> (Column headers are sortable)</span> : null}
      </caption>
      <thead className="nhsuk-table__head" role={roles ? 'rowgroup' : undefined}>
        <tr className="nhsuk-table__row" role={roles ? 'row' : undefined}>
          {columns.map((column) => (
            <Heading column={column} roles={roles} key={column.heading} />
          ))}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {rows.map((row) => (
          <tr className="nhsuk-table__row" role={roles ? 'row' : undefined} key={rowKey(row)}>
            {columns.map((column) => (
              <Cell column={column} row={row} roles={roles} key={column.heading} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
