import type { ReactNode } from 'react';

export type TagColour =
  | 'white'
  | 'grey'
  | 'green'
  | 'aqua-green'
  | 'blue'
  | 'purple'
  | 'pink'
  | 'red'
  | 'orange'
  | 'yellow';

/** A state in a word. The colour repeats the word and never stands for it. */
export const Tag = ({ colour, children }: { readonly colour?: TagColour; readonly children: ReactNode }) => (
  <strong className={colour === undefined ? 'nhsuk-tag' : `nhsuk-tag nhsuk-tag--${colour}`}>
    {children}
  </strong>
);
