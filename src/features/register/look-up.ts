/** A handle or address as people paste it, taken apart. */
export interface LookedFor {
  readonly handle: string;
  /** The network's host, where an address was given. */
  readonly host: string | null;
}

/** Reads `@name`, `name`, `name.example.org` or an address of a profile. Empty where nothing can be read. */
export function lookedFor(text: string): LookedFor | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const url = /^https?:\/\//i.test(trimmed) ? parsed(trimmed) : undefined;
  if (url) {
    const parts = url.pathname
      .split('/')
      .filter((part) => part !== '' && !/^(profile|in|company|user|c|channel|pages)$/i.test(part));
    const [last] = parts;
    return last === undefined
      ? undefined
      : { handle: last.replace(/^@/, '').toLowerCase(), host: url.host.replace(/^www\./, '').toLowerCase() };
  }
  return { handle: trimmed.replace(/^@/, '').toLowerCase(), host: null };
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
