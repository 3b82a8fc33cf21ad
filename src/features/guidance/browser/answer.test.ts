import { describe, expect, test } from 'vitest';
import { checkDraft } from '#checks/index.ts';
import { loadDictionary } from '#text/index.ts';
import { factsFor, packOf } from '../testing-facts.ts';
import { answer } from './answer.ts';
import { mediumFrom } from './medium.ts';
import type { Answer, Typed } from './messages.ts';

const health = packOf('icb002/1.0');
const facts = factsFor(health);
const post = (text: string, more: Partial<Extract<Typed, { part: 'post' }>> = {}) => {
  const typed: Typed = {
    part: 'post',
    text,
    accountKind: 'personal',
    network: undefined,
    answers: false,
    preElection: false,
    incident: false,
    media: [],
    ...more,
  };
  return answer(facts, typed) as Extract<Answer, { part: 'post' }>;
};
const handle = (text: string, accountKind: Extract<Typed, { part: 'handle' }>['accountKind']) =>
  answer(facts, { part: 'handle', handle: text, accountKind }) as Extract<Answer, { part: 'handle' }>;

const texts = [
  'The Trust is delighted to announce a new clinic!!! #mentalhealthmatters',
  'You should take 2 paracetamol every 4 hours.',
  "Don't miss it on Monday 2 December 2026 😀😀😀😀",
  'Vote Labour. 𝓕𝓻𝓮𝓮 checks, ring Ann Smith on 07700 900123.',
];

describe('a post', () => {
  test.each(['icb002/1.0', 'lmc-sm/2.1'])('is judged as the command line judges it, under %s', (id) => {
    const policy = packOf(id);
    const settings = { organisationNames: [policy.document.organisation], asOf: '2026-11-27' };
    for (const text of texts) {
      const draft = { accountKind: 'personal', text } as const;
      const judged = checkDraft(draft, policy, settings).findings.flatMap((one) =>
        one.start < one.end ? [`${one.start} ${one.end}`] : [],
      );
      const typed: Typed = {
        part: 'post',
        network: undefined,
        answers: false,
        preElection: false,
        incident: false,
        media: [],
        ...draft,
      };
      const { findings } = answer(factsFor(policy), typed) as Extract<Answer, { part: 'post' }>;
      const shown = findings.flatMap(({ places }) => places.map(({ start, end }) => `${start} ${end}`));
      expect(judged).not.toEqual([]);
      expect(shown.toSorted()).toEqual(judged.toSorted());
    }
  });

  test('has the clause at each finding, in words how grave it is, and what to put instead', () => {
    const { findings } = post('Come to #mentalhealthmatters');
    expect(findings).toContainEqual(
      expect.objectContaining({
        clause: health.cite('checks.hashtag-capitals').clause,
        does: 'advice',
        grave: 'Better changed',
        excerpt: '#mentalhealthmatters',
        fixes: [{ start: 8, end: 28, replacement: '#MentalHealthMatters' }],
      }),
    );
  });

  test('is told what is our default as that, and never as a clause', () => {
    const found = post('Please do not: we don’t').findings.find(({ words }) => words.includes('in full'));
    expect(found).toMatchObject({ clause: null, basis: 'default' });
  });

  test.each([
    ['in the third person', 'checks.tone', 'The Trust is pleased to inform residents.'],
    ['as advice to residents', 'checks.tone', 'Residents are advised that the clinic moves.'],
    ['with a passive opening', 'checks.tone', 'It has been decided to move the clinic.'],
    ['in the passive', 'checks.passive', 'We moved. The clinic was painted by the team.'],
    ['in the words of the office', 'checks.office-words', 'We will leverage our stakeholders going forward.'],
    [
      'for readers at university',
      'checks.reading-age',
      'Multidisciplinary rehabilitation practitioners collaboratively facilitate individualised interventions, incorporating comprehensive biopsychosocial assessment methodologies alongside contemporary evidence of musculoskeletal deterioration. Operational sustainability considerations necessitate simultaneous organisational transformation, accommodating unprecedented demographic developments throughout neighbouring communities.',
    ],
  ] as const)('that is written %s gets a hint under its clause, and is not stopped', (_, rule, text) => {
    const { findings } = post(text, { accountKind: 'corporate' });
    const { words, clause, basis } = health.cite(rule);
    expect(findings).toContainEqual(
      expect.objectContaining({
        words,
        clause: basis === 'default' ? null : clause,
        does: 'advice',
        grave: 'Worth a thought',
      }),
    );
    expect(findings.filter(({ does }) => does !== 'advice')).toEqual([]);
    const friendly = post('We moved our clinic. Come and see us!', { accountKind: 'corporate' });
    expect(friendly.findings.filter((one) => one.words === words)).toEqual([]);
  });

  test('is sounded for tone with a hint that cites its clause and stops nothing, on everybody’s account', () => {
    for (const accountKind of ['personal', 'departmental', 'corporate'] as const) {
      const { clause } = health.cite('checks.tone');
      const hints = post('The Trust is pleased to inform residents.', { accountKind }).findings.filter(
        (one) => one.clause === clause,
      );
      expect(hints).toMatchObject([{ does: 'advice', grave: 'Worth a thought' }]);
    }
  });

  test('counts as its network counts, and says nothing of a limit where none is chosen', () => {
    const text = `${'a'.repeat(270)} https://www.england.nhs.uk/a/very/long/path/that/goes/on/and/on`;
    expect(post(text).length).toBeNull();
    expect(post(text, { network: 'x' }).length).toEqual({ used: 294, most: 280 });
    expect(post(text, { network: 'x' }).findings).toContainEqual(expect.objectContaining({ does: 'stops' }));
    expect(post(text, { network: 'facebook' }).length?.most).toBe(63_206);
  });

  test('knows what else is so: an answer, an election, an incident', () => {
    const stops = (text: string, more: Parameters<typeof post>[1]) =>
      post(text, more).findings.filter(({ does }) => does === 'stops').length;
    expect(stops('Hello everybody, see you soon.', {})).toBe(0);
    expect(stops('Hello everybody, see you soon.', { incident: true })).toBe(1);
    expect(stops('Your results are ready.', {})).toBe(0);
    expect(stops('Your results are ready.', { answers: true })).toBe(1);
    // What can only be said to one person is stopped as an answer is.
    expect(stops('We looked at your records.', {})).toBe(1);
    expect(stops('We announce a new policy.', { preElection: true })).toBeGreaterThan(0);
  });

  test('tells the same thing in several places once, with one press for all', () => {
    const { findings } = post('I don’t go. You don’t go. They don’t go.');
    const contracted = findings.filter(({ words }) => words.includes('in full'));
    expect(contracted).toHaveLength(1);
    expect(contracted[0]?.places).toHaveLength(3);
    expect(contracted[0]?.fixes.map(({ replacement }) => replacement)).toEqual([
      'do not',
      'do not',
      'do not',
    ]);
  });

  test('of something wrong at one’s own work is met with the ways that are made for it; an organisation’s is not', () => {
    const text = 'My manager is bullying me and nobody will act';
    expect(post(text).grievance).toBe(true);
    expect(post(text, { accountKind: 'corporate' }).grievance).toBe(false);
    expect(post('Proud of my team today').grievance).toBe(false);
    // It is no finding: nobody is stopped from speaking up.
    expect(post(text).findings.filter(({ does }) => does !== 'advice')).toEqual([]);
  });

  test('has its picture looked at, and asked about what no machine sees', () => {
    const medium = mediumFrom({
      kind: 'image',
      alt: '',
      people: '',
      rights: '',
      captions: '',
      transcript: false,
    });
    const bare = post('Come along', { media: medium ? [medium] : [] });
    const clauses = bare.findings.filter(({ does }) => does === 'stops').map(({ clause }) => clause);
    expect(clauses).toEqual(expect.arrayContaining([health.cite('checks.alt-text').clause]));
    expect(bare.questions.map(({ ask }) => ask).join()).toMatch(/recognised/);
    const said = mediumFrom({
      kind: 'image',
      alt: 'A nurse at the door of a blue van. Ring 07700 900123',
      people: 'agreed',
      rights: 'own',
      captions: '',
      transcript: false,
    });
    const told = post('Come along', { media: said ? [said] : [] });
    expect(told.findings.map(({ words }) => words)).not.toContain(health.cite('checks.alt-text').words);
    expect(JSON.stringify(told)).toMatch(/phone number/);
    expect(JSON.stringify(told)).not.toContain('07700');
  });

  test('is spelled by the British list, where it is there', async () => {
    const typed: Typed = {
      part: 'post',
      text: 'Bring your prescripton to the counter',
      accountKind: 'corporate',
      network: undefined,
      answers: false,
      preElection: false,
      incident: false,
      media: [],
    };
    const spelled = answer(facts, typed, await loadDictionary()) as Extract<Answer, { part: 'post' }>;
    expect(spelled.findings).toContainEqual(
      expect.objectContaining({ fixes: [{ start: 11, end: 22, replacement: 'prescription' }] }),
    );
  });

  test('asks what no machine can tell', () => {
    const { questions } = post('We are launching a new service', { accountKind: 'corporate' });
    expect(questions).toContainEqual(
      expect.objectContaining({
        ask: expect.stringContaining('announcement'),
        clause: health.cite('checks.announcement').clause,
      }),
    );
  });

  test('however long or odd is answered, with a bounded list', () => {
    for (const text of ['', '\u0000', '\uD800', '😀'.repeat(2_000), 'don’t eg NHS '.repeat(500)])
      expect(post(text).findings.length).toBeLessThanOrEqual(60);
  });
});

describe('a handle', () => {
  test('of one’s own with our name in it is not right, with the clause; an innocent one is', () => {
    const { clause } = health.cite('handles.personal');
    expect(handle('@JoeBloggsMSEICS', 'personal')).toMatchObject({
      grave: 'Better changed',
      clause,
    });
    for (const name of ['@TomSelby', '@AdamSewell']) expect(handle(name, 'personal').grave).toBeNull();
  });
  test('of a department without our name is not right; one that only looks like ours is looked into', () => {
    expect(handle('@TomSelby', 'departmental')).toMatchObject({
      grave: 'Stops it',
      clause: health.cite('handles.departmental').clause,
    });
    expect(handle('@M5E_Maternity', 'unregistered')).toMatchObject({
      grave: 'Needs agreement by somebody else',
      clause: health.cite('handles.look-alike').clause,
    });
  });
});

test('a profile is looked at with its handle, and never called safe', () => {
  const { findings, questions } = answer(facts, {
    part: 'profile',
    text: 'Nurse at NHS Mid and South Essex',
    handle: '@JoeBloggsMSEICS',
  }) as Extract<Answer, { part: 'profile' }>;
  expect(findings.map(({ clause }) => clause)).toEqual(
    expect.arrayContaining([
      health.cite('profiles.own-views').clause,
      health.cite('handles.personal').clause,
    ]),
  );
  expect(questions).toHaveLength(2);
  expect(JSON.stringify([findings, questions])).not.toMatch(/\bsafe\b/i);
});
