export type Severity = 'S1' | 'S2' | 'S3' | 'S4' | 'S5';

interface LabelFacts {
  readonly severity: Severity;
  /** Whether it pages unless an organisation says otherwise. */
  readonly pages?: true;
}

/** Every label in the order in which one leads: of several, the highest in this table is suggested. */
const table = {
  life_emergency: { severity: 'S1', pages: true },
  suicide_imminent: { severity: 'S1', pages: true },
  threat_violence: { severity: 'S1', pages: true },
  major_incident: { severity: 'S1', pages: true },
  safeguarding_child: { severity: 'S1', pages: true },
  safeguarding_adult: { severity: 'S2', pages: true },
  patient_safety: { severity: 'S2', pages: true },
  mental_distress: { severity: 'S2', pages: true },
  speak_up: { severity: 'S2' },
  data_exposed: { severity: 'S2' },
  impersonation_security: { severity: 'S2' },
  staff_abuse: { severity: 'S2' },
  misinformation: { severity: 'S2' },
  legal: { severity: 'S3' },
  complaint: { severity: 'S3' },
  data_rights: { severity: 'S3' },
  foi_eir: { severity: 'S3' },
  media_enquiry: { severity: 'S3' },
  political: { severity: 'S3' },
  medical_question: { severity: 'S3' },
  negative_feedback: { severity: 'S3' },
  service_enquiry: { severity: 'S3' },
  compliment: { severity: 'S4' },
  house_rules: { severity: 'S3' },
  spam: { severity: 'S5' },
} as const satisfies Record<string, LabelFacts>;

export type Label = keyof typeof table;

export const labels = Object.keys(table) as readonly Label[];
const facts: Readonly<Record<Label, LabelFacts>> = table;
const places = new Map(labels.map((label, at) => [label, at]));

export const isLabel = (text: string): text is Label => places.has(text as Label);
export const severityOf = (label: Label): Severity => facts[label].severity;
/** Labels of the highest severity page whatever an organisation sets. */
export const alwaysPaging = labels.filter((label) => facts[label].severity === 'S1');
export const pagingByDefault = labels.filter((label) => facts[label].pages);
export const urgent = labels.filter((label) => facts[label].severity <= 'S2');

export const inOrder = (some: Iterable<Label>): Label[] =>
  [...new Set(some)].toSorted((one, two) => (places.get(one) ?? 0) - (places.get(two) ?? 0));

export const gravest = (severities: Iterable<Severity>): Severity =>
  [...severities].reduce((worst, one) => (one < worst ? one : worst), 'S5');
