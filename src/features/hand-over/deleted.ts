/** Words that were wiped with the message are said to be gone; where there never were any, nothing is said. */
export const orDeleted = <Words extends string | null>(words: Words): Words | string =>
  words === '' ? 'Deleted with the message' : words;
