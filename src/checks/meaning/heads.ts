import type { CheckRule } from '../check.ts';

/** A row that lives by meaning, and what to say to whoever wrote what may break it. */
export interface Head {
  readonly ref: string;
  readonly rule: CheckRule;
  /** Only while the time before an election lasts, and not in answers. */
  readonly period?: true;
  readonly says: string;
}

/** In the order of the weights: whoever changes it trains anew. */
export const heads: readonly Head[] = [
  {
    ref: 'CNT-01',
    rule: 'checks.personal-data',
    says: 'This reads as something private about somebody who works here. Take it out: say only what people need to know of the service.',
  },
  {
    ref: 'CNT-03',
    rule: 'checks.patients',
    says: 'This reads as if it told of somebody’s care, and somebody may know whose. Leave it out, or keep their consent on record and say so.',
  },
  {
    ref: 'CNT-04',
    rule: 'checks.medical-advice',
    says: 'This reads as medical advice: what it is, what to take, or that it can wait. Send people to their GP, a pharmacist, 111, or 999 where life is in danger.',
  },
  {
    ref: 'CNT-05',
    rule: 'checks.legal',
    says: 'This reads as a word on a case or a complaint that is not closed. Say nothing of it; Governance decides what may be said.',
  },
  {
    ref: 'CNT-07',
    rule: 'checks.announcement',
    says: 'This reads as news before its time. Tell the communications team first, and wait for their word.',
  },
  {
    ref: 'CNT-12',
    rule: 'checks.suicide-method',
    says: 'This reads as if it told how or where somebody died. Say nothing of how or where it happened: it can put other people at risk.',
  },
  {
    ref: 'CNT-16',
    rule: 'checks.paid',
    says: 'This reads as if somebody gained by it. Begin with “Advert”, and give the reference of the declared gift, or leave the firm out.',
  },
  {
    ref: 'PEP-15',
    rule: 'checks.party-politics',
    says: 'This reads as praise or blame of those who govern, or want to. Say what people need to know, without taking a side.',
  },
  {
    ref: 'PEP-01',
    rule: 'checks.election-announcement',
    period: true,
    says: 'This reads as something new. Before an election nothing new is announced. Wait, or ask the named person for a decision with its reason.',
  },
  {
    ref: 'PEP-02',
    rule: 'checks.election-announcement',
    period: true,
    says: 'This reads as news of a contract. Before an election no decision on a large contract is announced. Wait, or ask the named person.',
  },
  {
    ref: 'PEP-04',
    rule: 'checks.election-consultation',
    period: true,
    says: 'This reads as a consultation, or its results. Before an election none begins, is promoted, or tells its results. Wait, or ask the named person.',
  },
  {
    ref: 'PEP-06',
    rule: 'checks.party-politics',
    period: true,
    says: 'This reads as if a party, a candidate or a campaign was helped along. Before an election none is named, quoted, tagged or shared.',
  },
];
