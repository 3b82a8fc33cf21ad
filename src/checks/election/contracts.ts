import { withWords, type Row } from './row.ts';

/** Who is paid to do our work, and what became of it. */
const company =
  '(?:(?:private|outside|external|new|another|different|local|same|independent) )?(?:firm|company|companies|provider|supplier|contractor|operator|vendor|consortium|bidder)s?';
const bargain =
  '(?:contracts?|tenders?|bids?|deals?|(?:agreement|partnership|arrangement) (?:with|for)|framework|procurement)';
const settled =
  '(?:award\\w*|renew\\w*|extend\\w*|torn up|tearing up|tore up|scrap\\w*|axed|ditch\\w*|pulled|terminat\\w*|ripped up|handed (?:to|over|back)|passed to|gone to|goes to|going to|went to|picked|picks|chosen|chose|choos\\w*|select\\w*|shortlist\\w*|winn\\w*|wins?|won|lost|losing|strip\\w*|re-?tender\\w*|out to tender|put out|signed|signs|signing|inked|agreed|land\\w*|secur\\w*|clinch\\w*|beat|let to|named|opened|invit\\w*|worth)';

export const contracts: readonly Row[] = [
  withWords(
    [bargain, settled],
    /\b(?:staff|nurses?|fixed[- ]term|zero[- ]hours|your contract|permanent|employment|contract (?:your|the|it|flu|covid|measles|norovirus)|prize|awards (?:night|evening)|vacanc\w+|job|raffle|cakes?)\b/,
  ),
  withWords([
    'outsourc\\w*|privatis\\w*|(?:brought|bring(?:ing)?|tak(?:en|ing|e)|took|com(?:e|es|ing)|moving|going) (?:[a-z]+ ){0,5}(?:back )?in[- ]house',
  ]),
  withWords(
    [
      company,
      '(?:chosen|chose|pick\\w*|appoint\\w*|select\\w*|hir\\w*|bring(?:ing)? in|brought in|brought on board|will run|to run|take over|taking over|took over|takes over|gone to|handed|will (?:now )?(?:deliver|provide|supply|manage|clean|build)|replac\\w*|part(?:ed|ing) (?:ways|company)|cut ties|no longer|sack\\w*|dropp\\w*)',
    ],
    /\b(?:childcare|insurance|energy|bus|taxi|train|water|phone|job|vacanc\w+|work experience)\b/,
  ),
];
