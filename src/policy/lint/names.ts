import { heldOn, renamedProducts as renamed, soldMarks } from '../outside-changes.ts';
import { findings, standing, type Lint } from './finding.ts';

export const renamedProducts: Lint = ({ products }, today) => {
  const old = products.flatMap(({ name, clause }) => {
    const change = renamed.find((one) => one.was === name && heldOn(one.since, today));
    return change
      ? [{ clause, words: `${name} (${change.now === null ? 'closed' : `now ${change.now}`})` }]
      : [];
  });
  if (old.length === 0) return [];
  const names = old.map((one) => one.words);
  return findings(
    {
      id: 'renamed-products',
      mend: 'Write the names of today, or speak of kinds of network and keep the names in a list that changes without a new version.',
      clauses: old.map((one) => one.clause),
      sentence: `Products that have another name today: ${names.join(', ')}.`,
      facts: { products: names },
    },
    'note',
  );
};

export const markTakenForProof: Lint = ({ trustMarks }, today) => {
  const sold = new Set(soldMarks.filter((one) => heldOn(one.since, today)).map((one) => one.network));
  const wrong = trustMarks.filter((mark) => mark.asProof && sold.has(mark.network));
  if (wrong.length === 0) return [];
  const marks = wrong.map((one) => `the ${one.mark} on ${one.network}`);
  return findings({
    id: 'mark-taken-for-proof',
    mend: 'Take an account for authentic by a list of your own, by its address on your site, or by the network’s written word.',
    clauses: wrong.map((one) => one.clause),
    sentence: `An account is taken for authentic by ${marks.join(' and ')}, though such marks can be bought.`,
    facts: { marks },
  });
};

export const doubtfulWords: Lint = ({ doubtfulWords: words }) => {
  if (words.length === 0) return [];
  const slips = words.map((one) => `“${one.printed}” where “${one.meant}” seems meant`);
  return findings(
    {
      id: 'doubtful-words',
      mend: 'Ask the author which word is meant, and correct it as a minor change.',
      clauses: words.map((one) => one.clause),
      sentence: `Words that look like slips: ${slips.join('; ')}.`,
      facts: { slips },
    },
    'note',
  );
};

export const channelWithoutAccount: Lint = (document) => {
  const bare = document.channels.filter((channel) => !channel.account && channel.reason === null);
  if (bare.length === 0) return [];
  const names = bare.map((one) => one.name);
  return findings(
    {
      id: 'channel-without-account',
      mend: 'Say that it is not used, and why; or open an account and name its owner.',
      clauses: standing(document, 'channels'),
      sentence: `Listed as a channel, with no account and no reason: ${names.join(', ')}.`,
      facts: { channels: names },
    },
    'note',
  );
};
