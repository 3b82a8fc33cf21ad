import { describe, expect, test } from 'vitest';
import { contrastOf } from './reachable/designed.ts';
import { film, mended, picture, refs, verdict } from './testing-checks.ts';
import type { Draft, Medium } from './index.ts';
import { tryPairs, type Pairs } from './testing-pairs.ts';

type Text = string | (Partial<Draft> & { text: string });
const shows = (more: Partial<Medium>): Text => ({
  text: 'Look at our new chart of waiting times',
  media: [picture(more)],
});
const within = (text: string, context: Draft['context']): Text => ({ text, context });

const pairs: Pairs = {
  'ACC-05': {
    breaks: [shows({ words: 'Flu clinics on Monday from 9am at the library' })],
    keeps: [
      shows({ words: '' }),
      shows({ words: 'Flu clinics on Monday', alt: 'A poster that says: Flu clinics on Monday' }),
      { text: 'Flu clinics on Monday', media: [picture({ words: 'FLU CLINICS ON MONDAY!' })] },
    ],
  },
  'ACC-06': {
    breaks: [shows({ textShare: 0.5 }), shows({ textShare: 0.21, subtype: 'poster' })],
    keeps: [shows({ textShare: 0.2 }), shows({ textShare: 1, subtype: 'logo' })],
  },
  'ACC-07': {
    breaks: [shows({ subtype: 'chart' }), shows({ subtype: 'map' })],
    keeps: [
      shows({ subtype: 'photo' }),
      shows({ subtype: 'chart', longDescription: 'Waits fell from 30 to 20 days' }),
      { text: 'The figures: https://www.example.nhs.uk/waits', media: [picture({ subtype: 'chart' })] },
    ],
  },
  'ACC-31': {
    breaks: [
      shows({ colours: { text: '#ffffff', background: '#41B6E6' } }),
      shows({ colours: { text: '#777', background: '#888', large: true } }),
    ],
    keeps: [
      shows({ colours: { text: '#ffffff', background: '#005EB8' } }),
      shows({ colours: { text: '#fff', background: '#0072CE', large: true } }),
    ],
  },
  'ACC-32': {
    breaks: [
      within('Flu clinics are open.', { thread: { part: 1, of: 3 } }),
      within('2/3 It also helps at home.', { thread: { part: 2, of: 3 } }),
    ],
    keeps: [
      within('1/3 Flu clinics are open.', { thread: { part: 1, of: 3 } }),
      within('Flu clinics are open. Part 2 of 3', { thread: { part: 2, of: 3 } }),
      within('It is open.', { thread: { part: 1, of: 1 } }),
    ],
  },
  'ACC-34': {
    breaks: [within('Look', { repost: { pictures: 2, undescribed: 1 } })],
    keeps: [within('Look', { repost: { pictures: 2, undescribed: 0 } })],
  },
  'ACC-35': {
    breaks: [
      'ہمارا کلینک آج کھلا ہے، براہ کرم آئیں',
      'Nasza przychodnia jest otwarta, proszę nie czekać na wizytę',
      within('Hamara clinic aaj khula hai', { language: 'ur' }),
      within('Our clinic is open and you are welcome', { language: 'pl' }),
    ],
    keeps: [
      within('ہمارا کلینک آج کھلا ہے، براہ کرم آئیں', { language: 'ur' }),
      within('Nasza przychodnia jest otwarta, proszę nie czekać na wizytę', { language: 'pl' }),
      'Our clinic is open and you are welcome',
      'Dziękuję, Anna',
    ],
  },
  'ACC-36': {
    breaks: [{ text: 'Watch us live at 5pm', media: [{ kind: 'live', licence: 'own', people: 0 }] }],
    keeps: [
      {
        text: 'Watch us live at 5pm',
        media: [{ kind: 'live', licence: 'own', people: 0, livePlan: 'Captioned copy on Friday' }],
      },
    ],
  },
  'ACC-37': {
    breaks: [{ text: 'Watch', media: [film()], context: { essentialHealth: true } }],
    keeps: [
      { text: 'Watch', media: [film({ signed: true })], context: { essentialHealth: true } },
      { text: 'Watch', media: [film()] },
    ],
  },
  'ACC-38': {
    breaks: [
      'This is **very** important',
      'Please _do not_ wait',
      within('Call 111 now', { formatting: [{ start: 0, end: 4, style: 'bold' }] }),
    ],
    keeps: [
      '5 * 3 is 15 and 4 * 2 is 8',
      'Write to @NHS_MSE and @NHS_East_of_England',
      within('Call 111 now', { formatting: [] }),
    ],
  },
  'STY-15': {
    breaks: ['The NHS are here to help', 'Our trust have opened a clinic', 'The council were asked'],
    keeps: [
      'The NHS is here to help',
      'Nurses at the trust are here',
      'The board and the council are here',
      'Our team are here',
    ],
  },
  'STY-16': {
    breaks: ['Living with Asthma is hard', 'Book for your Covid-19 vaccine', 'Do you have Long Covid?'],
    keeps: [
      'Living with asthma is hard',
      'Asthma + Lung UK can help',
      'World Diabetes Day',
      'Your COVID-19 vaccine',
      'Living with long COVID',
    ],
  },
  'STY-18': {
    breaks: ['BAME staff', 'People of every race', 'Support for black people'],
    keeps: ['Race for Life', 'The boat race', 'Support for Black people', 'Black coffee'],
  },
  'CNT-15': {
    breaks: ['Flu clinics in Norwich this week', 'Follow @EssexMaternity for more'],
    keeps: [
      'Flu clinics in Chelmsford this week',
      'Thank you to colleagues from Norwich',
      'Follow @EssexMaternityTeam',
    ],
    settings: { servedPlaces: ['Chelmsford', 'Maldon'], otherAccounts: ['@EssexMaternity'] },
  },
  'PD-09': {
    breaks: [
      'My mum has dementia and loves our café',
      'Her chemotherapy went well',
      'One of our nurses told us: his asthma is better',
    ],
    keeps: ['People with dementia love our café', 'Ask about chemotherapy', 'Your asthma review is free'],
  },
  'PD-13': {
    breaks: [
      'A blue car AB12 CDE is parked across the ramp',
      'Meet at ///filled.count.soap',
      'We are at 51.73556, 0.46857',
    ],
    keeps: ['Ward B12 is open', 'Open 10.30, 11.45', 'Call 111'],
  },
  'PD-14': {
    breaks: ['Nurse Hughes was suspended after he shouted', 'Amara Okafor lied to us'],
    keeps: ['Nurse Hughes runs the clinic', 'Bullying has no place here', 'Amara Okafor runs the clinic'],
    settings: { staff: ['Amara Okafor'] },
  },
  'PD-15': {
    breaks: ['Meet Ellie, aged 7, who beat sepsis', 'My son goes to Oak Tree Primary School'],
    keeps: ['Children aged 2 and over can have it', 'Bring your son or daughter', 'Meet our nurses'],
  },
  'PEP-06': {
    breaks: [
      within('Thanks to @EssexLabour for coming', { preElection: true }),
      within('Meet the candidate', { preElection: true }),
    ],
    keeps: [within('Candidates for the nurse job: apply now', { preElection: true })],
  },
  'PEP-08': {
    breaks: [{ text: 'Look', media: [picture({ politicians: true })], context: { preElection: true } }],
    keeps: [{ text: 'Look', media: [picture({ politicians: true })] }],
  },
};

tryPairs(pairs);

describe('what a machine cannot tell is asked', () => {
  const asked = (draft: Text) => verdict(draft).questions.map((one) => one.ref);
  test('how much of a poster is words, in which letters, and whether its logo is whole', () => {
    expect(asked(shows({ subtype: 'poster', designed: true }))).toEqual(
      expect.arrayContaining(['ACC-06', 'BRD-04', 'BRD-06']),
    );
    expect(asked(shows({}))).not.toContain('BRD-04');
  });
  test('music and movement behind words in a film', () => {
    expect(asked({ text: 'Watch', media: [film()] })).toContain('ACC-14');
  });
  test('politicians in a picture before an election, and only then', () => {
    const draft = { text: 'Look', media: [picture()] };
    expect(asked({ ...draft, context: { preElection: true } })).toContain('PEP-08');
    expect(asked(draft)).not.toContain('PEP-08');
  });
  test('where a script runs from the right', () => {
    expect(asked(within('ہمارا کلینک آج کھلا ہے', { language: 'ur' }))).toContain('ACC-35');
  });
});

describe('contrast', () => {
  test.each([
    ['#000000', '#ffffff', 21],
    ['#fff', '#fff', 1],
    ['#005EB8', '#FFFFFF', 6.34],
    ['#767676', '#ffffff', 4.54],
  ])('of %s on %s is %d to 1', (one, two, wanted) => {
    expect(contrastOf(one, two)).toBeCloseTo(wanted, 1);
  });
  test('what is no colour is said, and stops nothing', () => {
    expect(contrastOf('blue', '#fff')).toBeUndefined();
    const draft = shows({ colours: { text: 'blue', background: '#fff' } });
    expect(verdict(draft).findings.find((one) => one.ref === 'ACC-31')?.severity).toBe('note');
  });
  test('between large and small letters it is pointed out, under both it stops', () => {
    const grade = (background: string) =>
      verdict(shows({ colours: { text: '#ffffff', background } })).findings.find(
        (one) => one.ref === 'ACC-31',
      )?.severity;
    expect([grade('#0072CE'), grade('#7a7a7a'), grade('#41B6E6')]).toEqual([undefined, 'note', 'block']);
  });
});

test('fixes of names and threads', () => {
  expect(mended('The NHS are here', 'STY-15')).toBe('The NHS is here');
  expect(mended('Living with Asthma is hard', 'STY-16')).toBe('Living with asthma is hard');
  expect(mended('Support for black people', 'STY-18')).toBe('Support for Black people');
  const part = verdict({ text: 'Flu clinics are open.', context: { thread: { part: 1, of: 3 } } });
  expect(part.findings.find((one) => one.ref === 'ACC-32')?.fix).toEqual({
    start: 21,
    end: 21,
    replacement: ' 1/3',
  });
});

test('what is paid for is labelled, whatever its words', () => {
  const context = { paidPartnership: true };
  expect(refs({ text: 'Try this app', context })).toContain('CNT-16');
  expect(refs({ text: 'Advert: try this app', context })).not.toContain('CNT-16');
});
