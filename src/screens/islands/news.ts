/** How many rows came, and how many others changed, since the page was made. */
export interface News {
  readonly fresh: number;
  readonly changed: number;
}

/** `3 new, 1 changed`; nothing where nothing is. */
export const newsWords = ({ fresh, changed }: News): string =>
  [...(fresh > 0 ? [`${fresh} new`] : []), ...(changed > 0 ? [`${changed} changed`] : [])].join(', ');

const number = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0);

/** What the server said, read with care. */
export function newsOf(text: string): News {
  const said: unknown = JSON.parse(text);
  const { fresh, changed } =
    typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {};
  return { fresh: number(fresh), changed: number(changed) };
}
