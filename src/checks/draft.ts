import { read, type Dictionary, type Reading } from '#text/index.ts';

export type AccountKind = 'corporate' | 'departmental' | 'personal';

export interface Captions {
  readonly source: 'human' | 'auto' | 'burned-in';
  /** How many pieces of text the captions have. */
  readonly cues?: number | undefined;
  readonly coversSeconds?: number | undefined;
  /** Who read them, where a machine wrote them. */
  readonly checkedBy?: string | undefined;
}

export interface Medium {
  readonly kind: 'image' | 'gif' | 'video' | 'audio' | 'live';
  readonly name?: string | undefined;
  readonly alt?: string | undefined;
  readonly decorative?: boolean | undefined;
  readonly decorativeReason?: string | undefined;
  readonly captions?: Captions | undefined;
  readonly transcript?: string | boolean | undefined;
  readonly described?: boolean | undefined;
  readonly durationSeconds?: number | undefined;
  /** People who can be recognised: how many, or whether any. */
  readonly people?: number | boolean | undefined;
  readonly consentIds?: readonly string[] | undefined;
  readonly consentExpired?: boolean | undefined;
  readonly licence?: string | undefined;
  readonly credit?: string | undefined;
  /** What sort of picture it is, where that matters. */
  readonly subtype?: 'photo' | 'chart' | 'map' | 'infographic' | 'poster' | 'logo' | undefined;
  /** Where what a chart shows can be read: the text itself, or a link to it. */
  readonly longDescription?: string | undefined;
  /** The words that stand in the picture, as its author types them; empty where there are none. */
  readonly words?: string | undefined;
  /** How much of the picture is words, from 0 to 1, as its author reckons. */
  readonly textShare?: number | undefined;
  /** Whether it was designed here: a poster, a graphic. */
  readonly designed?: boolean | undefined;
  /** Of words in a designed picture, as `#005EB8`. */
  readonly colours?:
    | { readonly text: string; readonly background: string; readonly large?: boolean | undefined }
    | undefined;
  /** Live film: whether captions run along, or a captioned copy follows by a day that is said. */
  readonly livePlan?: string | undefined;
  readonly signed?: boolean | undefined;
  /** People who stand for election, or are in office, in the picture. */
  readonly politicians?: boolean | undefined;
}

/** What somebody is about to publish. */
export interface Draft {
  readonly accountKind: AccountKind;
  /** Id of the network as in the register; none where it is not chosen yet. */
  readonly network?: string | undefined;
  readonly text: string;
  readonly media?: readonly Medium[] | undefined;
  readonly context?:
    | {
        readonly preElection?: boolean | undefined;
        readonly incident?: boolean | undefined;
        /** What the draft answers. */
        readonly replyTo?: string | undefined;
        /** Which part of a thread this is, from 1. */
        readonly thread?: { readonly part: number; readonly of: number } | undefined;
        /** What is shared along: its pictures, and how many of them have no description. */
        readonly repost?:
          | { readonly pictures: number; readonly undescribed: number; readonly credit?: string | undefined }
          | undefined;
        /** As `cy` or `ur`; English where nothing is said. */
        readonly language?: string | undefined;
        /** A campaign that public health rests on. */
        readonly essentialHealth?: boolean | undefined;
        /** Paid for, or by a partner. */
        readonly paidPartnership?: boolean | undefined;
        /** Stretches that the network sets in bold, italics or with a line under them. */
        readonly formatting?:
          | readonly { readonly start: number; readonly end: number; readonly style: string }[]
          | undefined;
      }
    | undefined;
}

/** What the organisation says of itself. Everything may be absent. */
export interface Settings {
  readonly organisationNames?: readonly string[] | undefined;
  /** Shortenings that everybody knows here, and those with their meaning: `PCN (primary care network)`. */
  readonly acronyms?: readonly string[] | undefined;
  readonly hashtags?: readonly string[] | undefined;
  readonly trustedHosts?: readonly string[] | undefined;
  readonly allowedNumbers?: readonly string[] | undefined;
  readonly ownPlaces?: readonly string[] | undefined;
  /** Consents that hold; where given, a picture's consents must be among them. */
  readonly consentsValid?: readonly string[] | undefined;
  readonly parties?: readonly string[] | undefined;
  /** Handles of our other accounts than the one that this is for. */
  readonly otherAccounts?: readonly string[] | undefined;
  /** Places that the account is for; where given, other towns are pointed out. */
  readonly servedPlaces?: readonly string[] | undefined;
  /** Names of people who work here. */
  readonly staff?: readonly string[] | undefined;
  /** For spelling: brought in by whoever wants it, since it is large. Without it frequent slips are found all the same. */
  readonly dictionary?: Dictionary | undefined;
  /** The day, as `2026-11-27`. */
  readonly asOf?: string | undefined;
}

/** A piece of text of a draft, with the name under which findings are shown: `text`, `media[0].alt`. */
export interface Field {
  readonly name: string;
  readonly reading: Reading;
}

/** A draft with everything read once. */
export interface ReadDraft extends Draft {
  readonly body: Reading;
  readonly media: readonly Medium[];
  /** The body, then each description. */
  readonly fields: readonly Field[];
  readonly replyTo: string | undefined;
  readonly preElection: boolean;
  readonly incident: boolean;
}

export function readDraft(draft: Draft): ReadDraft {
  const body = read(draft.text);
  const media = draft.media ?? [];
  const alts = media.flatMap(({ alt }, at) =>
    alt === undefined || alt === '' ? [] : [{ name: altOf(at), reading: read(alt) }],
  );
  return {
    ...draft,
    body,
    media,
    fields: [{ name: 'text', reading: body }, ...alts],
    replyTo: draft.context?.replyTo,
    preElection: draft.context?.preElection ?? false,
    incident: draft.context?.incident ?? false,
  };
}

export const altOf = (at: number): string => `media[${at}].alt`;

/** `picture 2`, or its name where it has one, as people are told of it. */
export const mediumInWords = ({ kind, name }: Medium, at: number): string => {
  const word = {
    image: 'picture',
    gif: 'moving picture',
    video: 'film',
    audio: 'recording',
    live: 'live film',
  }[kind];
  return name === undefined || name === '' ? `${word} ${at + 1}` : `${word} ${at + 1} (${name})`;
};
