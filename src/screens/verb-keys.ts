/** Verbs that everybody does all day have a single key; the page about the keyboard lists them. */
export const verbKeys: Readonly<Record<string, string>> = {
  reply: 'r',
  escalate: 'e',
  claim: 'c',
  'mark-missed': 'm',
  'mark-needless': 'n',
  'take-back-mark': 'u',
};
