/** The code of an address's fragment; undefined where it holds something else, such as the name of a field. */
export const codeIn = (fragment: string): string | undefined =>
  /^#([a-z0-9]{5}(?:-[a-z0-9]{5}){4}|[\w-]{43})$/.exec(fragment)?.[1];
