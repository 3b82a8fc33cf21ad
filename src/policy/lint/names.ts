import { foundIf, standing, type Lint } from './finding.ts';

/** Products that are called something else today. */
const renamed: Readonly<Record<string, string>> = {
  Twitter: 'X',
  Yammer: 'Viva Engage',
  Periscope: 'nothing: it was closed',
  'Google+': 'nothing: it was closed',
};

/** Networks whose mark can be bought, so that it proves nothing. */
const soldMarks = new Set(['Twitter', 'X', 'Facebook', 'Instagram']);

export const renamedProducts: Lint = ({ products }) => {
  const old = products.filter((product) => product.name in renamed);
  return foundIf(
    old.length > 0,
    'renamed-products',
    [...new Set(old.map((one) => one.clause))],
    `Names that have changed: ${old.map((one) => `${one.name} (now ${renamed[one.name] ?? ''})`).join(', ')}.`,
    'note',
  );
};

export const markTakenForProof: Lint = ({ trustMarks }) => {
  const wrong = trustMarks.filter((mark) => mark.asProof && soldMarks.has(mark.network));
  return foundIf(
    wrong.length > 0,
    'mark-taken-for-proof',
    wrong.map((one) => one.clause),
    `${wrong.map((one) => `The ${one.mark} on ${one.network}`).join(', ')} is taken as proof of an account, though such marks are sold.`,
  );
};

export const doubtfulWords: Lint = ({ doubtfulWords: words }) =>
  foundIf(
    words.length > 0,
    'doubtful-words',
    words.map((one) => one.clause),
    `Words that look like slips: ${words.map((one) => `“${one.printed}” where “${one.meant}” seems meant`).join('; ')}.`,
    'note',
  );

export const channelWithoutAccount: Lint = (document) => {
  const bare = document.channels.filter((channel) => !channel.account && channel.reason === null);
  return foundIf(
    bare.length > 0,
    'channel-without-account',
    standing(document, 'channels'),
    `${bare.map((one) => one.name).join(', ')} is listed as a channel, with no account and no reason.`,
    'note',
  );
};
