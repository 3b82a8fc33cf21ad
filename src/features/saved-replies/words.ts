import type { Row } from '#kernel/lifecycle.ts';

/** Words for a kind of message, agreed before anybody needs them. */
export interface SavedReply extends Row {
  state: 'proposed' | 'agreed' | 'withdrawn';
  name: string;
  /** The policy's id of the kind of message that it answers; null where it answers any. */
  label: string | null;
  /** Language tag, such as `en` or `cy`. */
  language: string;
  text: string;
  /** Entry of the directory whose contact is added to it; then it is no better than that entry. */
  signpost: string | null;
  /** It says nothing of the matter itself, so it may also go out while a matter is locked. */
  holding: boolean;
  proposed_by: string | null;
  agreed_by: string | null;
  review_due_on: Temporal.PlainDate | null;
}

export interface SavedReplyTables {
  saved_replies: SavedReply;
}

/** Languages in which people here are most often answered; each by its own name, then in English. */
export const languages = {
  en: 'English',
  ar: 'العربية (Arabic)',
  bn: 'বাংলা (Bengali)',
  cy: 'Cymraeg (Welsh)',
  fr: 'Français (French)',
  gu: 'ગુજરાતી (Gujarati)',
  lt: 'Lietuvių (Lithuanian)',
  pa: 'ਪੰਜਾਬੀ (Punjabi)',
  pl: 'Polski (Polish)',
  pt: 'Português (Portuguese)',
  ro: 'Română (Romanian)',
  so: 'Soomaali (Somali)',
  uk: 'Українська (Ukrainian)',
  ur: 'اردو (Urdu)',
} as const;
export type Language = keyof typeof languages;
