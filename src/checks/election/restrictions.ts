import { check, inBody, matching, pointing, type CheckRule } from '../check.ts';

/** Looked at only while the time before an election lasts. */
const inPeriod = (rule: CheckRule, ref: string, pattern: RegExp, message: string) =>
  check(rule, ref, function* look({ body, preElection, replyTo }) {
    if (!preElection || replyTo !== undefined) return;
    for (const { span } of matching(body, pattern)) {
      yield inBody(span, message);
      return;
    }
  });

const newThings =
  /\b(?:announc(?:e|es|ed|ing|ement)|launch(?:es|ed|ing)?|unveil(?:s|ed|ing)?|propos(?:e|es|ed|ing|als?)|new (?:strategy|policy|plan|plans|programme|investment|funding|scheme|vision|model of care|hospital|service|clinic|centre)|plans? (?:to|for) (?:close|open|merge|move|build|reorganise|invest)|reveal(?:s|ed|ing)? (?:our|the|its)|we (?:will|are going to|plan to) (?:invest|build|open|close|merge|spend)|£\d[\d,.]* ?(?:m|million|bn|billion)\b)/g;
export const electionAnnouncement = inPeriod(
  'checks.election-announcement',
  'PEP-01',
  newThings,
  'Before an election nothing new is announced: no policy, plan or change of service. Wait, or ask the named person for a decision with its reason.',
);

const contracts =
  /\b(?:award(?:s|ed|ing)? (?:of )?(?:a |the )?(?:\w+ )?contract|contract (?:award|awarded|worth|with|signed|decision)|preferred (?:bidder|supplier)|new supplier|tender (?:result|awarded|decision)|procurement decision)\b/g;
export const electionContracts = inPeriod(
  'checks.election-announcement',
  'PEP-02',
  contracts,
  'Before an election no decision on a large contract is announced. Wait, or ask the named person.',
);

const consultation =
  /\b(?:consult(?:ation|ing|ations)|have your say|tell us what you think|public engagement (?:event|exercise)|share your views|give your views|survey on (?:the|our) (?:future|plans|proposals))\b/g;
export const electionConsultation = inPeriod(
  'checks.election-consultation',
  'PEP-04',
  consultation,
  'Before an election no consultation begins, is promoted, or tells its results. Wait, or ask the named person.',
);

const campaignStart =
  /\b(?:our new campaign|launch(?:ing|es)? (?:a|our|the) (?:\w+ ){0,2}campaign|campaign (?:starts|launches|begins|kicks off))\b/g;
export const electionCampaign = inPeriod(
  'checks.election-events',
  'PEP-05',
  campaignStart,
  'Before an election no large campaign begins unless health cannot wait. Ask for approval.',
);

const events =
  /\b(?:hustings|(?:election|political|candidates?'?) (?:debate|event|meeting|q&a|rally)|meet (?:the|your) candidates?|question time with)\b/g;
export const electionEvents = pointing(
  'checks.election-events',
  'PEP-03',
  events,
  'We take no part in contested events, and do not promote them.',
);
