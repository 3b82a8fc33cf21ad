import { z } from 'zod';

const dated = z.strictObject({
  version: z.string(),
  date: z.string(),
  author: z.string(),
  summary: z.string(),
});
const possible = (make: (text: string) => unknown) => (text: string) => {
  try {
    make(text);
    return true;
  } catch {
    return false;
  }
};
/** A day, or a month where the document gives no day: `2024-02` is due on its last day. */
const dayOrMonth = z
  .string()
  .regex(/^\d{4}-\d{2}(-\d{2})?$/, 'Write a day as 2024-02-29, or a month as 2024-02')
  .refine(
    possible((text) => Temporal.PlainYearMonth.from(text)),
    'There is no such day or month',
  );
const zone = z.string().refine(
  possible((name) => new Temporal.ZonedDateTime(0n, name)),
  'There is no such time zone. Write a name such as Europe/London',
);

/** What the document says of itself, and what it names, as data: the ground on which it is examined. */
export const policyDocument = z.strictObject({
  number: z.string().min(1),
  name: z.string().min(1),
  version: z.string().min(1),
  status: z.enum(['draft', 'in-review', 'committee', 'board', 'in-force', 'superseded', 'withdrawn']),
  organisation: z.string().min(1),
  zone,
  /** Edition of the rule catalogue that the pack binds. */
  requires: z.number().int().min(1),
  effective: z.iso.date(),
  authors: z.array(z.string()).min(1),
  responsible: z.string(),
  committee: z.string(),
  ratified: z.iso.date().nullable(),
  nextReview: dayOrMonth,
  /** Which clause says what the document says of itself, by topic: `next-review`, `history`, `audience` ... */
  stands: z.record(z.string(), z.string()),
  history: z.array(dated),
  audience: z.array(z.string()),
  covers: z.array(z.string()),
  stakeholders: z.array(z.string()),
  assessments: z.array(z.strictObject({ name: z.string(), attached: z.boolean() })),
  /** Sections as printed, in their order; `number` is null where none is printed. */
  sections: z.array(
    z.strictObject({ number: z.string().nullable(), implied: z.string(), title: z.string() }),
  ),
  /** Products by the names as printed, with the clause that names them. */
  products: z.array(z.strictObject({ name: z.string(), clause: z.string() })),
  /** Marks relied on as proof that an account is authentic. */
  trustMarks: z.array(
    z.strictObject({ network: z.string(), mark: z.string(), clause: z.string(), asProof: z.boolean() }),
  ),
  appendices: z.array(z.strictObject({ name: z.string(), clause: z.string(), attached: z.boolean() })),
  /** Addresses for one purpose or another; `masked` where the published copy hides part of it. */
  addresses: z.array(
    z.strictObject({ purpose: z.string(), clause: z.string(), shown: z.string(), masked: z.boolean() }),
  ),
  promises: z.array(
    z.strictObject({
      clause: z.string(),
      /** What is promised, in our words. */
      promise: z.string(),
      /** How firmly: always, or usually. */
      force: z.enum(['always', 'usually']),
      targetShare: z.number().nullable(),
      /** Questions that a promise of time must answer, and whether the document does. */
      answers: z.record(z.string(), z.boolean()),
    }),
  ),
  /** Words that look like slips of the pen: as printed, and as they seem to be meant. */
  doubtfulWords: z.array(z.strictObject({ clause: z.string(), printed: z.string(), meant: z.string() })),
  /** Principles with how often their text is printed and the clauses under which it stands. */
  principles: z.array(
    z.strictObject({
      title: z.string(),
      printed: z.number().int().min(1),
      clauses: z.array(z.string()).min(1),
    }),
  ),
  /** Who is said to hold which kind of responsibility for the whole. */
  accountable: z.array(
    z.strictObject({ who: z.string(), clause: z.string(), duty: z.string(), overall: z.boolean() }),
  ),
  practices: z.array(
    z.strictObject({
      clause: z.string(),
      practice: z.enum(['collects-passwords', 'reports-own-accounts-as-impostors', 'pass-on-then-delete']),
      limits: z.array(z.string()),
    }),
  ),
  policiesListed: z.array(z.string()),
  policiesReliedOn: z.array(z.string()),
  channels: z.array(
    z.strictObject({
      name: z.string(),
      account: z.boolean(),
      internal: z.boolean(),
      reason: z.string().nullable(),
    }),
  ),
});
export type PolicyDocument = z.infer<typeof policyDocument>;

/** Every clause that a document's data name. */
export const clausesNamed = (document: PolicyDocument): string[] => [
  ...Object.values(document.stands),
  ...document.principles.flatMap((one) => one.clauses),
  ...[
    document.products,
    document.trustMarks,
    document.appendices,
    document.addresses,
    document.promises,
    document.doubtfulWords,
    document.accountable,
    document.practices,
  ].flatMap((list) => list.map((one) => one.clause)),
];
