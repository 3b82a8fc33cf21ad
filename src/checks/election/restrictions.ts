import { check, inBody, matching, together, type CheckRule, type Found } from '../check.ts';
import { changes } from './changes.ts';
import { contracts } from './contracts.ts';
import { consultations } from './consultations.ts';
import type { Row } from './row.ts';

/** Says what is not said before an election, and why: that is what people are told. */
export const aboutTheTime =
  /\b(?:pre-election period|purdah|before (?:the|an) election|weeks before)\b[^]*\b(?:can't|cannot|won't|will not|fewer|can and can't|what we can)\b|\b(?:can't|cannot|won't|will not|fewer|what we can)\b[^]{0,120}\b(?:pre-election period|purdah|before (?:the|an) election)\b/;

/** Looked at only while the time before an election lasts, and not in answers. Each pattern list stands together in a sentence. */
const inPeriod = (
  rule: CheckRule,
  ref: string,
  alone: RegExp,
  beside: readonly (Row | Row['all'])[],
  message: string,
  unless?: RegExp,
) =>
  check(
    rule,
    ref,
    function* look({ body, preElection, replyTo }): Generator<Found> {
      if (!preElection || replyTo !== undefined || aboutTheTime.test(body.folded.text)) return;
      for (const { match, span } of matching(body, alone)) {
        const around = body.folded.text.slice(
          Math.max(0, match.index - 60),
          match.index + match[0].length + 30,
        );
        if (unless?.test(around)) continue;
        yield inBody(span, message);
        return;
      }
      for (const row of beside) {
        const { all, unless: not = unless } = 'all' in row ? row : { all: row };
        const found = together(body, ...all).find(({ sentence }) => !not?.test(sentence));
        if (!found) continue;
        yield inBody(found.span, message);
        return;
      }
    },
    3,
  );

const thing =
  '(?:strateg(?:y|ies)|polic(?:y|ies)|plans?|programmes?|investment|funding|scheme|vision|model of care|hospitals?|services?|clinics?|centres?|units?|wards?|hubs?|buildings?|wings?|facilit(?:y|ies)|surger(?:y|ies)|partnership|initiative|framework|pathway|app|scanner|theatres?|roadmap|charter)';
const newThings = new RegExp(
  `\\b(?:announc(?:e|es|ed|ing|ements?)|launch(?:es|ed|ing)?|unveil(?:s|ed|ing)?|propos(?:e|es|ed|ing|als?)|brand[- ]new|(?:a|an|our|the|its|their|this|\\d+|two|three|more|build(?:ing)?|open(?:ing|s)?|get(?:ting)?|for|with) (?:exciting |big |bold |ambitious |major )?new (?:[a-z'-]+ ){0,3}${thing}|new (?:strategy|policy|plans?|programme|investment|funding|scheme|vision|hospital|service|clinic|centre)|plans? (?:to|for) (?:close|open|merge|move|build|reorganise|invest|expand|change|the future|cut|create|a new|our)|reveal(?:s|ed|ing)? (?:our|the|its)|decided to (?:close|open|merge|move|build|invest|cut|end|create|expand)|introducing (?:our|the|a|an|new)|sneak peek|(?:five|5|ten|10|three|3)[- ]year (?:strategy|plan|vision)|(?:our|the) (?:\\w+ )?(?:strategy|vision|proposals?) (?:is|are|for|sets|will)|(?:multi[- ]?)?million[- ]pound|new chief executive)\\b|£ ?\\d[\\d,.]* ?(?:k|m|million|bn|billion)\\b`,
  'g',
);
export const electionAnnouncement = inPeriod(
  'checks.election-announcement',
  'PEP-01',
  newThings,
  [
    ...changes,
    [
      /\b(?:all|every|most) (?:[a-z]+ ){0,3}(?:services?|operations?|clinics?|surgery|births?|beds?|procedures?|appointments?|care|wards?)\b/,
      /\b(?:will|are to|is to|going to) (?:be )?(?:mov\w+|transfer\w*|centralis\w+|end\w*|stop\w*)/,
      /\bfrom (?:spring|summer|autumn|winter|next|the new|january|february|march|april|may|june|july|august|september|october|november|december|20\d\d)|\b(?:permanently|for good|under|plans?|board)\b/,
    ],
    [
      /\bour (?:winter|recovery|capital|estates?|workforce|digital|green|transformation) (?:plan|strategy|programme)\b/,
    ],
    [
      /\bnew\b/,
      new RegExp(`\\b${thing}\\b`),
      /\b(?:to open|opens|planned|approved|go-ahead|on its way|is coming|will open|funded|begins|takes shape)\b/,
    ],
    [
      /\b(?:merg(?:e|ing|er)|clos(?:ed?|ing|ure)|shut(?:s|ting)?|relocat(?:e|ing|ion)|reconfigur\w*|downgrad\w*)\b/,
      /\b(?:permanently|for good|for ?ever|wards?|surger(?:y|ies)|hospitals?|units?|practices)\b/,
      /\b(?:will|decid\w*|agreed|approv\w*|plans?|going to|to be|board|future)\b/,
    ],
  ],
  'Before an election nothing new is announced: no policy, plan or change of service. Wait, or ask the named person for a decision with its reason.',
  /\b(?:care plan|birth plan|journey|vaccin\w+|lost property|bank holiday|road ?works|polling|cakes?|soup|raffle|trains?|winners? of|job seekers)\b/,
);

const deal =
  /\b(?:contracts?|tenders?|procurement|suppliers?|bidders?|deals? (?:for|worth|with)|providers?|contractors?)\b/;
const decision =
  /\b(?:award(?:s|ed|ing)?|wins?|won|winning|winner|sign(?:s|ed|ing)?|worth|decisions?|chosen|chose|select(?:s|ed|ing)?|appoint(?:s|ed|ing)?|named|preferred|goes? to|gone to|given to|result(?:s)?|outcome|new|agreed|handed|secur\w+|landed|deal|bid(?:s|ding)?|end(?:s|ed|ing)|terminat\w+|cancel\w+|take over|taking over|start(?:s|ed|ing)? work)\b|£/;
export const electionContracts = inPeriod(
  'checks.election-announcement',
  'PEP-02',
  /\bpreferred (?:bidder|supplier|provider)\b|\b(?:won|win|given|taken on|landed|handed) (?:the )?(?:work|job|bid|deal) (?:to|of|for)\b|\b(?:chosen|selected|appointed|picked|hired) (?:[a-z]+ ){1,4}to (?:supply|run|provide|deliver|build|manage)\b/g,
  [[deal, decision], ...contracts],
  'Before an election no decision on a large contract is announced. Wait, or ask the named person.',
  /\b(?:permanent contracts?|contracts? of employment|employment contracts?|nhs contracts? jobs|staff contracts?|contract (?:your|muscles|the|it|flu|covid|measles)|vacanc\w+|childcare providers?|awards (?:night|evening)|prize)\b/,
);

const consultation =
  /\b(?:how should [^.!?\n]{0,40}(?:services?|hospitals?|surger(?:y|ies)|wards?) (?:change|look|be run)|public engagement|engagement (?:events?|exercise|sessions?)|have your say|tell us what you think|what do you think (?:of|about) (?:our|the|these)|share your views|give your views|your views on|we want to hear your views|shape the future|help (?:us )?shape|listening events?|public meetings? (?:on|about)|(?:public|formal|our|the|this|a new|new|ongoing|online) consultation|consultation (?:on|about|opens?|open|closes?|closing|ends|launch\w*|runs|results?|responses?|findings|document|event|period|is (?:open|live|now))|consulting (?:on|with|the)|results of (?:the|our) (?:consultation|survey|engagement))\b/g;
const clinicalTalk =
  /\b(?:(?:online|video|phone|telephone|pharmacy|gp|free|private|initial|your|first|dental|e-?)[- ]consultations?|consultations? (?:with (?:a|the|your|our)|room|appointment|at your)|(?:the|your) (?:doctor|gp|nurse|pharmacist|dentist)|friends and family|website|web page|newsletter|leaflets?|menus?|your (?:stay|visit|appointment)|(?:book|booking|have|having|need|get) (?:a|an|your) (?:\w+ )?consultation)\b/;
export const electionConsultation = inPeriod(
  'checks.election-consultation',
  'PEP-04',
  consultation,
  [
    ...consultations,
    [
      /\b(?:surveys?|questionnaires?|feedback|views|respond(?:ing)?|comment(?:s|ing)?|vote|petition)\b/,
      /\b(?:future|plans?|proposals?|chang(?:e|es|ing)|clos(?:e|ing|ure)|merg(?:e|er|ing)|strategy|reorganis\w+|options|redesign)\b/,
    ],
    [
      /\b(?:consultation|consulted|consulting)\b/,
      /\b(?:future|plans?|proposals?|changes?|closure|strategy|service|services|respond|response|results|said|found|you told|took part|thank)\b/,
    ],
  ],
  'Before an election no consultation begins, is promoted, or tells its results. Wait, or ask the named person.',
  clinicalTalk,
);

export const electionCampaign = inPeriod(
  'checks.election-events',
  'PEP-05',
  /\bour new campaign\b/g,
  [
    [
      /\b(?:campaigns?|advertising (?:drive|push)|publicity (?:drive|push))\b/,
      /\b(?:start(?:s|ed|ing)?|launch(?:es|ed|ing)?|begin(?:s|ning)?|began|kick(?:s|ed|ing)? off|goes live|going live|live|unveil\w*|new|big|biggest|major|first|today|introduc\w+)\b/,
    ],
  ],
  'Before an election no large campaign begins unless health cannot wait. Ask for approval.',
  /\b(?:goes on|continues|carries on|vaccin\w+ campaign goes on|campaign is still)\b/,
);

const contested =
  /\b(?:hustings|(?:election|political|candidates?'?) (?:debate|event|meeting|q&a|rally)|meet (?:the|your) candidates?|question time with)\b/g;

export const electionEvents = check(
  'checks.election-events',
  'PEP-03',
  function* look({ body, preElection }): Generator<Found> {
    const found =
      matching(body, contested).next().value ??
      (preElection
        ? together(
            body,
            /\b(?:debate|panel|q&a|rally|question time|town hall meeting)\b/,
            /\b(?:candidates?|election|politic\w+|parties|mps?|councillors?)\b/,
          ).next().value
        : undefined);
    if (found) yield inBody(found.span, 'We take no part in contested events, and do not promote them.');
  },
  2,
);
