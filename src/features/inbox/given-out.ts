/** Details that the directory gives out, so that no check takes them for somebody's own. */
export interface GivenOut {
  readonly allowedNumbers: readonly string[];
  readonly trustedHosts: readonly string[];
}

interface Entry {
  readonly text: string;
  readonly url: string | null;
}

export const givenOutBy = (entries: readonly Entry[]): GivenOut => ({
  allowedNumbers: entries.flatMap(({ text }) => text.match(telephone) ?? []),
  trustedHosts: entries.flatMap(({ url }) => (url === null ? [] : (URL.parse(url)?.hostname ?? []))),
});

/** As numbers are written in a contact line: with spaces, hyphens or brackets between the figures. */
const telephone = /\+?\(?\d(?:[\d ()-]{7,18})\d/g;
