const shapes = {
  'arrow-left':
    'M10.7 6.3c.4.4.4 1 0 1.4L7.4 11H19a1 1 0 0 1 0 2H7.4l3.3 3.3c.4.4.4 1 0 1.4a1 1 0 0 1-1.4 0l-5-5A1 1 0 0 1 4 12c0-.3.1-.5.3-.7l5-5a1 1 0 0 1 1.4 0Z',
  'arrow-right':
    'm14.7 6.3 5 5c.2.2.3.4.3.7 0 .3-.1.5-.3.7l-5 5a1 1 0 0 1-1.4-1.4l3.3-3.3H5a1 1 0 0 1 0-2h11.6l-3.3-3.3a1 1 0 1 1 1.4-1.4Z',
  user: 'M12 1a11 11 0 1 1 0 22 11 11 0 0 1 0-22Zm0 2a9 9 0 0 0-5 16.5V18a4 4 0 0 1 4-4h2a4 4 0 0 1 4 4v1.5A9 9 0 0 0 12 3Zm0 3a3.5 3.5 0 1 1-3.5 3.5A3.4 3.4 0 0 1 12 6Z',
  clock:
    'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Zm0 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 2.5a1 1 0 0 1 1 1v4.1l2.7 2.7a1 1 0 0 1-1.4 1.4l-3-3a1 1 0 0 1-.3-.7V7.5a1 1 0 0 1 1-1Z',
  warning:
    'M12 2.5c.7 0 1.3.3 1.7 1l8.5 15a2 2 0 0 1-1.7 3h-17a2 2 0 0 1-1.7-3l8.5-15c.4-.7 1-1 1.7-1ZM12 16a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6Zm0-7.5a1.2 1.2 0 0 0-1.2 1.3l.3 4.3a.9.9 0 0 0 1.8 0l.3-4.3A1.2 1.2 0 0 0 12 8.5Z',
  tick: 'M20.7 5.8a1.2 1.2 0 0 1 0 1.7L10 18.2a1.2 1.2 0 0 1-1.7 0l-5-5A1.2 1.2 0 0 1 5 11.5l4.2 4.2 9.8-9.9a1.2 1.2 0 0 1 1.7 0Z',
  document:
    'M6 2h8.5L20 7.5V20a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4c0-1.1.9-2 2-2Zm0 2v16h12V8.5h-4.5V4H6Zm2 8h8v1.8H8V12Zm0 3.6h8v1.8H8v-1.8Z',
} as const;

export type IconName = keyof typeof shapes;

/** A small picture beside a word that says the same: never alone. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg
    className={`nhsuk-icon nhsuk-icon--${name}`}
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 24 24"
    width="16"
    height="16"
    focusable="false"
    aria-hidden="true"
  >
    <path d={shapes[name]} />
  </svg>
);
