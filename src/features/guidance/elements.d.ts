import 'react';

/** The element of the check page, as React writes it. */
declare module 'react' {
  // The types of React itself are extended through its namespace; there is no other way.
  namespace JSX {
    interface IntrinsicElements {
      'check-before-post': React.HTMLAttributes<HTMLElement> & { 'data-facts': string };
    }
  }
}
