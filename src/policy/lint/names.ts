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
      clauses: standing(document, 'channels'),
      sentence: `Listed as a channel, with no account and no reason: ${names.join(', ')}.`,
      facts: { channels: names },
    },
    'note',
  );
};
