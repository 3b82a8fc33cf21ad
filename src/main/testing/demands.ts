import { newId } from '#kernel/ids.ts';

/** The place that rows name where a role may be held at one place. */
export const place = '0199a4a0-0000-7000-8000-00000000aaaa';

export const instant = '2026-11-24T09:00:00Z';

/** The first row that was made in a table, of any state unless told. */
export type Made = (table: string, state?: string) => string;

type Values = Readonly<Record<string, unknown>>;

/**
 * What a table demands beyond its types. A new table needs a line here only where PostgreSQL refuses the row that
 * the types alone give; the test then says so with the constraint's name.
 */
export const demands: Readonly<Record<string, (state: string, made: Made) => Values>> = {
  people: () => ({ email: `${newId()}@practice.example`, kind: 'employee' }),
  grants: () => ({ at: place }),
  acknowledgements: () => ({ method: 'page' }),
  invitations: () => ({ code_digest: newId().replaceAll('-', '').repeat(2) }),
  access_reviews: (state) =>
    state === 'due'
      ? {}
      : { confirmed_on: '2026-11-20', next_opens_on: '2027-02-08', next_due_on: '2027-02-18' },
  access_checks: (state, made) => ({
    review: made('access_reviews', state === 'open' ? 'due' : 'confirmed'),
    given_role: made('grants', state === 'removed' ? 'ended' : 'given'),
    ...(state === 'open' ? {} : { decided_at: instant }),
  }),
  accounts: (state) => ({
    network: 'x',
    kind: 'corporate',
    second_factor: 'on',
    handle: newId(),
    connector: 'practice',
    ...(state === 'blind' ? { blind_since: instant, blind_why: 'keys' } : {}),
  }),
  enquiries: (state, made) => ({
    network: 'x',
    kind: 'mention',
    visibility: 'public',
    risk: 2,
    author_handle: 'dora.finch',
    pictures: '{"list":[]}',
    law_clocks: '{"list":[]}',
    revealed: '{"list":[]}',
    holds: '{"list":[]}',
    labels: '{"list":[],"length":0}',
    tier: 'page',
    mark: 'need-not-have-paged',
    calendar_version: '1',
    ...(state === 'joined' ? { follows: made('enquiries') } : {}),
    ...(state === 'closed' ? { close_reason: 'answered', closed_at: instant } : {}),
    ...(state === 'answered' ? { first_reply_at: instant } : {}),
  }),
  replies: (state, made) => ({
    kind: 'question',
    enquiry: made('enquiries', 'answered'),
    ...(state === 'sent' ? { sent_at: instant } : {}),
  }),
  saved_replies: (state) =>
    state === 'agreed' ? { language: 'en', review_due_on: '2027-05-01' } : { language: 'en' },
  automatic_replies: () => ({ form: 'closed' }),
  removals: (state) => ({
    network: 'x',
    visibility: 'public',
    kinds: '{"list":["phone"]}',
    ...(['due', 'erasing', 'erased'].includes(state) ? { confirmed_at: instant } : {}),
    ...(state === 'erased' ? { erased_at: instant, backups_past_on: '2026-12-31' } : {}),
    ...(state === 'held' ? { held_before: 'noticed', held_at: instant } : {}),
  }),
  looks: () => ({ kind: 'person' }),
  deliveries: (state) =>
    ['kept', 'set-aside'].includes(state)
      ? { body: 'e30=', ...(state === 'set-aside' ? { why: 'unreadable', wipe_at: instant } : {}) }
      : {},
  measures: (state) => ({
    kind: 'hide',
    network: 'x',
    ...(state === 'in-force' || state === 'done' ? { done_at: instant } : {}),
  }),
  hand_overs: (state) => ({
    kind: 'question',
    letter: 'by-hand',
    addresses: '{"list":[]}',
    kinds_of_details: '{"list":[]}',
    asked: 0,
    wiped_at: instant,
    due_at: instant,
    ...(state === 'asking' ? { asked_back: 'Which ward?' } : {}),
  }),
  hand_over_links: (_, made) => ({
    hand_over: made('hand_overs', 'open'),
    token_digest: newId().replaceAll('-', '').repeat(2),
  }),
  escalations: () => ({ category: 'care', severity: 'high', queue: '{"list":[]}', asked: 0 }),
  partners: () => ({ kind: 'external', letters_to: '', may_receive: '{"list":["words"]}' }),
  shifts: () => ownTime(),
  rota_patterns: () => ({ pattern: 'week', people: '{"list":[]}' }),
  swaps: (state) => (state === 'taken' ? { taken_by: newId() } : {}),
  handover_notes: (state) => ({
    ...(state === 'owed' ? {} : { text: 'All quiet', written_at: instant }),
    ...(state === 'read' ? { read_at: instant } : {}),
  }),
  rota_checks: (state) => ({ holes: state === 'full' ? 0 : 1 }),
  pages: (state) => ({
    severity: 1,
    rung: 0,
    decision: null,
    ...(state === 'ringing' ? {} : { acknowledged_at: instant }),
    ...(state === 'decided' ? { decision: 'wait', decided_at: instant } : {}),
  }),
  page_decisions: (_, made) => ({ page: made('pages'), verb: 'wait' }),
  page_messages: () => ({ about: 'page', who: 'duty', channel: 'text' }),
  night_items: () => ({ severity: 2 }),
  night_digests: () => ({ items: 1 }),
  dangers: () => ({ called: '999' }),
  test_pages: (state) => (['failed', 'settled'].includes(state) ? { failed_at: instant } : {}),
  triage_settings: () => ({ margin: 0 }),
};

let shifts = 0;
/** No two shifts share a moment: each has an hour of its own. */
function ownTime(): Values {
  shifts += 1;
  const from = Temporal.Instant.from('2027-03-01T09:00:00Z').add({ hours: shifts });
  const [starts, ends] = [from.toString(), from.add({ hours: 1 }).toString()];
  return { starts_at: starts, ends_at: ends, note_from: starts };
}

/** Indexes that allow one row at a time: rights are asked of several, so here they rest. */
export const oneAtATime = [
  'access_reviews_one_at_a_time',
  'handover_notes_of_shift',
  'rota_checks_of_day',
  'test_pages_of_week',
  'duty_contacts_of_person',
  'night_digests_of_slot',
];
