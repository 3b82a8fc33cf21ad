import pg from 'pg';

const timestamptz = 1184;
const date = 1082;
const bigint = 20;

/** Lets `pg` write Temporal values; without this it would turn an instant into quoted JSON. */
function writable(prototype: object): void {
  if ('toPostgres' in prototype) return;
  Object.defineProperty(prototype, 'toPostgres', {
    value(this: { toString(): string }) {
      return this.toString();
    },
  });
}
writable(Temporal.Instant.prototype);
writable(Temporal.PlainDate.prototype);

/** Reads timestamps as instants, dates as plain dates and 64-bit integers as numbers, for one pool only. */
export const temporalTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      if (oid === timestamptz) return (text: string) => Temporal.Instant.from(text.replace(' ', 'T'));
      if (oid === date) return (text: string) => Temporal.PlainDate.from(text);
      if (oid === bigint) return safeNumber;
    }
    return pg.types.getTypeParser(oid, format);
  },
};

function safeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new Error(`${text} is too large to be read as a number`);
  return number;
}
