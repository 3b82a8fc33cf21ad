import 'react';

/** The custom elements of the islands, as React writes them. Attributes only: nothing is hydrated. */
declare module 'react' {
  // The types of React itself are extended through its namespace; there is no other way.
  namespace JSX {
    interface IntrinsicElements {
      'live-updates': React.HTMLAttributes<HTMLElement> & { kinds: string; since: string };
      'character-count': React.HTMLAttributes<HTMLElement> & { limit: string };
      'code-from-link': React.HTMLAttributes<HTMLElement>;
      'draft-keep': React.HTMLAttributes<HTMLElement> & { name: string };
      'keys-switch': React.HTMLAttributes<HTMLElement>;
      'key-shortcuts': React.HTMLAttributes<HTMLElement>;
    }
  }
}
