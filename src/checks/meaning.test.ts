import { describe, expect, test } from 'vitest';
import { verdict } from './testing-checks.ts';

type More = { readonly reply?: true; readonly preElection?: true };
const stopped = (text: string, { reply, preElection }: More = {}): string[] =>
  verdict({ text, context: { preElection, ...(reply ? { replyTo: 'Can anybody help?' } : {}) } })
    .findings.filter(({ severity }) => severity !== 'note' && severity !== 'warn')
    .map(({ ref }) => ref);

/** Rows that live by meaning: what breaks each, said in many ways, and what only looks like it. */
const rows: readonly (readonly [string, More, readonly string[], readonly string[]])[] = [
  [
    'CNT-07',
    {},
    [
      'After 9 years our chair is standing down at the end of the month.',
      'Dr Lena Marsh takes over as chief executive in May.',
      'The three hospitals will come together as a single trust.',
      'Governors have given the go-ahead to the sale of the old site.',
      'The birth centre will not reopen after all.',
      'Inspectors took us out of special measures.',
      'Up to 80 posts are to be cut across the county.',
      'Embargoed until Friday, 6am.',
      'We are one of only 4 areas chosen to test the national scheme.',
      'Work is under way: spades in the ground for our cancer centre.',
    ],
    [
      'Our chief executive will answer your questions on Thursday at 2pm.',
      'New chairs in the waiting room, at last.',
      'The walk-in centre closes at 8pm today.',
      'Our board meets in public on Thursday.',
      'All staff are to go to the fire drill at noon.',
      'The health centre opens at 8am from Monday.',
    ],
  ],
  [
    'PEP-01',
    { preElection: true },
    [
      'We are going to fund 40 more beds for older people.',
      'The trust plans to roll out virtual wards across the county.',
      "We've agreed to withdraw the evening bus to the hospital.",
      'Major changes to how you get help with your eyes.',
      'From October, patients will no longer need a referral for physio.',
      'Opening soon: a children’s hub in the old library.',
      'New criteria for hip operations are published.',
    ],
    [
      'We are moving our Tuesday clinic to the church hall while the boiler is mended.',
      'Snow is on its way. Wear shoes with a good grip.',
      'Reduce your chance of a fall: do 10 minutes of balance exercises.',
      'Our phone lines are busy. You can also use the online form.',
      'Blood stocks are low. Book to give blood this week.',
    ],
  ],
  [
    'PEP-02',
    { preElection: true },
    [
      'Another firm will take over the hospital laundry in May.',
      'We are bringing the switchboard back in-house.',
      'The tender for eye care has been scrapped.',
      'Our agreement with the hospice has been extended, worth £4 a head.',
    ],
    [
      'Permanent contracts for nurses, with help to move house.',
      'Use our app to find a childcare provider with free places.',
    ],
  ],
  [
    'PEP-04',
    { preElection: true },
    [
      'The findings from our engagement on day services are on the website.',
      'What we heard about the future of the walk-in centre.',
      'Over 900 people responded. Thank you.',
      'Would you close the night ward? Come to a workshop and tell us what you think about the options.',
    ],
    [
      'Tell us how your visit was. The survey takes 2 minutes.',
      'You can have a video consultation with a nurse.',
      'Colleagues: the staff survey is open until Friday.',
    ],
  ],
  [
    'PEP-06',
    { preElection: true },
    [
      'Thanks to @SamForBasildon for the kind words about our porters.',
      'Jo Hart, up for re-election in our ward, gave us a big thumbs up.',
      'Out canvassing this weekend? Our cafe is open.',
    ],
    ['Thanks to @WalkForEssex for the new benches.', 'Your parcel of medicines comes to your doorstep.'],
  ],
  [
    'PEP-08',
    { preElection: true },
    [
      'The shadow health secretary spent the morning with our paramedics.',
      'Selfies with the mayor on the stroke ward!',
      'Our local MP was shown around the new pharmacy by the chief porter.',
    ],
    [
      'Visiting is from 2pm to 8pm on every ward.',
      'A minister of the Baptist church visits the hospice each Sunday.',
      'Candidates for the nursing post can visit the ward first.',
    ],
  ],
  [
    'PEP-15',
    {},
    [
      'Keir Starmer is on our side.',
      'What a result for Badenoch last night.',
      'Farage cannot be trusted with our hospital.',
    ],
    [
      'The Prime Minister opened Parliament in 1948, and the NHS began.',
      'You can vote by post if you are in hospital.',
    ],
  ],
  [
    'CNT-04',
    { reply: true },
    [
      'A rash like that is nearly always harmless.',
      'Textbook case of plantar fasciitis, you poor thing.',
      'Backache is usually muscular, so a hot water bottle will help.',
      'Leave it another week, the swelling will go down.',
      'No need for A&E with a cough like yours.',
      'You have probably pulled a muscle.',
      'Hold off the next injection until your tummy settles.',
      'It can wait till Monday if it only hurts at night.',
      'Keep the wound dry and let the air get to it.',
    ],
    [
      'Sorry that it hurts. Please call 111, or 999 if you cannot breathe.',
      'Our physio team can show you exercises for your back.',
      'We will pass this on to the ward.',
      'That sounds like an emergency. Call 999 now.',
      'No need to worry about parking: it is free after your scan.',
      'Results are usually ready in 2 weeks.',
    ],
  ],
  [
    'CNT-03',
    { reply: true },
    [
      'I found you on our list, third from the top.',
      'Going by the notes nobody could reach you by phone.',
      'The nurses on Elm all remember your dad.',
      'Our registrar has spoken to your wife about it.',
      "You're pencilled in for Monday.",
      'The referral team turned him down as he did not fit the rules, which is why you were discharged.',
      'So pleased that we could squeeze you in on Friday.',
    ],
    [
      'You can see when your appointment is in the NHS App.',
      'The hospital that you were referred to can tell you.',
      'Your diabetes nurse can help you plan for Ramadan.',
      'Your test results will be in the NHS App when they are ready.',
      'Order your repeat prescription a week early.',
      'Hurt your knee? Our walk-in centre is open.',
    ],
  ],
  [
    'CNT-05',
    {},
    [
      'Officers have spoken to the carer and taken her phone.',
      'She is before the NMC next week.',
      'We stand by our nurse.',
      'He has been suspended pending a review.',
      'The CPS will say whether to charge the driver.',
    ],
    [
      'HR can explain the grievance process.',
      'Free hearing tests on Tuesday.',
      'In any case, phone us before you set off.',
      'A case study of a job well done.',
    ],
  ],
];

describe.each(rows)('%s', (ref, more, breaking, kept) => {
  test.each(breaking)('is broken by: %s', (text) => {
    expect(stopped(text, more)).toContain(ref);
  });
  test.each(kept)('is kept by: %s', (text) => {
    expect(stopped(text, more)).not.toContain(ref);
  });
});

/** The answer has no word of the body: the question has. */
test('what is said to somebody unwell is read beside what they asked', () => {
  const said = (replyTo: string) =>
    verdict({ text: 'Totally normal, give it a few days.', context: { replyTo } }).findings.map(
      ({ ref }) => ref,
    );
  expect(said('Bleeding again this morning, is that ok?')).toContain('CNT-04');
  expect(said('Your web page is blank, is that ok?')).not.toContain('CNT-04');
});

test('a patient’s number is one, however near a call stands', () => {
  expect(stopped('Please ring about pt 999 000 0042 today.')).toContain('CNT-01');
});

test('what people hurt themselves with is a method, and a jump into a pool is none', () => {
  expect(stopped('Some use scissors to self-harm. Call 116 123.')).toContain('CNT-12');
  expect(stopped('Ready to jump in? The pool is free on Monday.')).not.toContain('CNT-12');
});

test('blanks are no transcript', () => {
  const media = [{ kind: 'audio' as const, name: 'a.mp3', licence: 'own', transcript: '  ' }];
  const { findings } = verdict({ text: 'Listen to our chaplain.', media });
  expect(findings.map(({ ref }) => ref)).toContain('ACC-11');
});

test('111 online is 111 online the other way about', () => {
  expect(stopped('Parents of under 5s: use the online 111 service.')).toContain('STY-13');
});

describe('an address', () => {
  test.each([
    'Hoist to go to 14 Ferry Road, the key is under the mat.',
    'Somebody left a walking frame outside 3 Poplar Close.',
  ])('without anything that invites is a home: %s', (text) => {
    expect(stopped(text)).toContain('CNT-01');
  });
  test.each([
    'Come and see us at 14 Ferry Road.',
    'Ferry Library, 14 Ferry Road, has large print books.',
    'Our new office is 3 Poplar Close.',
  ])('of a place that is open to all is none: %s', (text) => {
    expect(stopped(text)).not.toContain('CNT-01');
  });
});
