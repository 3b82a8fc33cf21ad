import { describe, expect, test } from 'vitest';
import { mended, refs, verdict } from './testing-checks.ts';

/** Each rule with texts that break it and texts that differ in a little and do not. */
const pairs: Readonly<Record<string, { breaks: readonly string[]; keeps: readonly string[] }>> = {
  'ACC-15': {
    breaks: ['Join us #mentalhealthawarenessweek', 'Book yours #getvaccinated', 'Talk to us #Selfcareweek'],
    keeps: ['Join us #MentalHealthAwarenessWeek', 'We are #NHS', 'See you in #Basildon', 'Page 2 #1'],
  },
  'ACC-16': {
    breaks: ['Come along #Flu #Covid #Essex', 'Our #Flu clinic opens on Monday.'],
    keeps: ['Come along to the flu clinic. #Flu #Essex'],
  },
  'ACC-17': {
    breaks: [
      'Come to the clinic 💉🎉🏥👍',
      'Come to the clinic 👍👍',
      '💉 Flu clinics\n💉 Covid clinics\nBook now',
      '🎉 we have a van for you',
    ],
    keeps: ['Come to the clinic 💉👍', 'Call 111 #1', 'It is open. 👍 Come along.'],
  },
  'ACC-18': {
    breaks: ['💉💉👍', 'Book your 💉 today at the clinic', 'We ❤️ our 👩‍⚕️ team'],
    keeps: ['Book your vaccine today at the clinic 💉'],
  },
  'ACC-19': {
    breaks: ['See you there :-)', 'Thank you <3', 'Well done ¯\\_(ツ)_/¯'],
    keeps: ['Open 9am (not Sundays): come in', 'Ratio 1:3, see https://example.nhs.uk'],
  },
  'ACC-20': {
    breaks: ['𝗕𝗼𝗼𝗸 now', 'ʙᴏᴏᴋ ɴᴏᴡ', 'b̶o̶o̶k̶ now'],
    keeps: ['Book now at the Café', 'Łukasz and Ștefan are here'],
  },
  'ACC-21': {
    breaks: ['Rest = recovery', 'Meet us @ the library', 'Nurses + doctors'],
    keeps: ['A&E is busy', 'Write to @NHS_MSE', '2 + 2'],
  },
  'ACC-22': {
    breaks: ['BOOK YOUR VACCINE TODAY', 'Please DONT come to us', 'This is IMPORTANT for you'],
    keeps: ['The NHS App and COVID-19', 'Call NHS 111', 'We use BSL here'],
  },
  'ACC-23': {
    breaks: [
      'Click here: https://www.example.nhs.uk/flu',
      'Find out more https://www.example.nhs.uk/flu',
      'Two https://a.nhs.uk and https://b.nhs.uk',
      'Link in bio',
    ],
    keeps: ['Book your flu vaccine at https://www.example.nhs.uk/flu'],
  },
  'ACC-24': {
    breaks: [
      'Book your vaccine: bit.ly/abc',
      'Book it at https://tinyurl.com/x',
      'Book it at https://nhs-uk.com/flu',
      'Book it at https://www.nhs.uk.bookings.info/flu',
    ],
    keeps: [
      'Book it at www.nhs.uk/flu',
      'Book it at https://booking.nhs.uk/flu',
      'See https://www.gov.uk/vote',
    ],
  },
  'ACC-25': {
    breaks: ['Our plan: https://www.example.nhs.uk/plan.pdf'],
    keeps: ['Our plan: https://www.example.nhs.uk/plan'],
  },
  'ACC-26': {
    breaks: [`We ${'would like to tell you that '.repeat(5)}it is open.`],
    keeps: ['The clinic is open on Monday. Come along.'],
  },
  'ACC-29': {
    breaks: ['Ask your PCN today', 'The MDT meets here'],
    keeps: ['Ask your primary care network (PCN) today', 'The NHS and your GP', 'Call 999 in the UK'],
  },
  'ACC-30': {
    breaks: ['Click the red button', 'See the box on the right', 'Closed days are shown in red'],
    keeps: ['Wear red on Friday', 'You have the right to ask'],
  },
  'ACC-33': {
    breaks: ['The walk-in clinic is closed today.'],
    keeps: ['The walk-in clinic is closed today. Call 111.', 'The clinic is closed: www.nhs.uk/x'],
  },
  'STY-01': {
    breaks: ['We have three clinics', '10000 people came'],
    keeps: ['One of the best', 'In 2026 we came', '10,000 people', 'Call 07700 900123'],
  },
  'STY-02': {
    breaks: ['Come on 12/03/2026', 'Come on 5 Sept', 'Come on March 5'],
    keeps: ['Come on 12 March 2026', 'Open 24/7', 'You may come'],
  },
  'STY-03': {
    breaks: ['At 5.30pm', 'At 17:30', 'At 12am', 'At 9 am', 'At 1730hrs'],
    keeps: ['At 5:30pm', 'At midday', 'It costs £5.30'],
  },
  'STY-04': {
    breaks: ['Open 9am-5pm', 'Monday - Friday', 'Ages 5–11'],
    keeps: ['Open 9am to 5pm', 'COVID-19', 'Call 01632 960-100'],
  },
  'STY-05': { breaks: ['20% of people'], keeps: ['1 in 5 people'] },
  'STY-06': { breaks: ["We don't know", 'You can’t come'], keeps: ["It's here", 'We do not know'] },
  'STY-09': {
    breaks: ['Fruit eg apples', 'hands & feet', 'Bring papers etc.'],
    keeps: ['A&E', 'Marks & Spencer', 'https://example.nhs.uk/eg'],
  },
  'STY-10': {
    breaks: [
      'Please utilise the app',
      'Patients with nausea',
      'the the clinic',
      'You will recieve a letter',
      'Our center',
      'It was decided by the board',
    ],
    keeps: ['Please use the app', 'You feel sick'],
  },
  'STY-11': {
    breaks: ['A temperature of 38 °C', '0.5 mg', '£75.00'],
    keeps: ['A temperature of 38C', '£75', '£75.50'],
  },
  'STY-12': {
    breaks: ['Help for the elderly', 'OAPs welcome', 'Over 65s can come'],
    keeps: ['People aged 65 and over'],
  },
  'STY-17': {
    breaks: ['People suffering from asthma', 'Wheelchair-bound visitors', 'The homeless'],
    keeps: ['People with asthma', 'The homeless shelter in town'.replace('The homeless', 'A homeless')],
  },
  'STY-19': {
    breaks: ['Look for a red rash'],
    keeps: [
      'Look for a rash. On brown and black skin it may be harder to see red.',
      'Wear red for your heart',
    ],
  },
  'STY-20': { breaks: ['Safe sex matters', 'It is 100% safe'], keeps: ['Safer sex matters'] },
};

describe.each(Object.entries(pairs))('%s', (ref, { breaks, keeps }) => {
  test.each(breaks)('is broken by: %s', (text) => {
    expect(refs(text)).toContain(ref);
  });
  test.each(keeps)('is kept by: %s', (text) => {
    expect(refs(text)).not.toContain(ref);
  });
});

describe('a press mends', () => {
  test.each([
    ['ACC-15', 'Join us #mentalhealthawareness', 'Join us #MentalHealthAwareness'],
    ['ACC-20', '𝗕𝗼𝗼𝗸 now', 'Book now'],
    ['ACC-29', 'Ask your PCN today', 'Ask your primary care network (PCN) today'],
    ['ACC-22', 'BOOK TODAY', 'Book today'],
    ['STY-01', '10000 people came', '10,000 people came'],
    ['STY-02', 'Come on 12/03/2026', 'Come on 12 March 2026'],
    ['STY-03', 'At 17:30', 'At 5:30pm'],
    ['STY-03', 'At 12 noon', 'At midday'],
    ['STY-03', 'At 9 am', 'At 9am'],
    ['STY-04', 'Open 9am-5pm', 'Open 9am to 5pm'],
    ['STY-06', "We don't know", 'We do not know'],
    ['STY-07', 'It’s here', "It's here"],
    ['STY-11', 'A temperature of 38 °C', 'A temperature of 38C'],
    ['STY-12', 'Elderly people can come', 'Older people can come'],
    ['STY-10', 'Utilise the app', 'Use the app'],
  ])('%s: %s', (ref, text, wanted) => {
    expect(mended(text, ref)).toBe(wanted);
  });

  test('and what is mended needs no second press', () => {
    for (const text of [
      'Join us #mentalhealthawareness',
      '𝗕𝗼𝗼𝗸 now',
      'At 17:30',
      'Open 9am-5pm',
      "We don't know",
      'Come on 12/03/2026',
    ]) {
      const first = verdict(text).findings.find((one) => one.fix);
      const better = mended(text, first?.ref ?? '') ?? '';
      expect(verdict(better).findings.filter((one) => one.ref === first?.ref)).toEqual([]);
    }
  });
});

describe('a weekday belongs to its date', () => {
  const wrong = (text: string, asOf?: string) =>
    verdict(text, asOf === undefined ? {} : { asOf }).findings.some((one) => one.rule === 'checks.weekdays');
  test.each(['Monday 3 March 2026', 'Friday, 1st January 2028', 'Wed 25 December 2026', 'Monday 03/03/2026'])(
    '%s does not',
    (text) => {
      expect(wrong(text)).toBe(true);
    },
  );
  test.each([
    'Tuesday 3 March 2026',
    'Friday 1 January 2027',
    'Friday 25 December 2026',
    'Tuesday 03/03/2026',
  ])('%s does', (text) => {
    expect(wrong(text)).toBe(false);
  });
  test('without a year the day of reading tells which, and without that nothing is said', () => {
    expect(wrong('Monday 25 December', '2026-11-27')).toBe(true);
    expect(wrong('Friday 25 December', '2026-11-27')).toBe(false);
    expect(wrong('Saturday 2 January', '2026-11-27')).toBe(false);
    expect(wrong('Monday 25 December')).toBe(false);
  });
});

describe('what the organisation says of itself', () => {
  test('a shortening that everybody here knows needs no words; one with a meaning is offered them', () => {
    expect(refs('Ask the XYZT team', { acronyms: ['XYZT'] })).not.toContain('ACC-29');
    expect(mended('Ask the QRS team', 'ACC-29', { acronyms: ['QRS (quick reply staff)'] })).toBe(
      'Ask the quick reply staff (QRS) team',
    );
  });
  test('addresses outside the list are pointed out only where there is a list', () => {
    const text = 'Book your place at https://shop.example.com/x';
    expect(verdict(text).findings.some((one) => one.rule === 'checks.trusted-hosts')).toBe(false);
    expect(
      verdict(text, { trustedHosts: ['ours.example'] }).findings.some(
        (one) => one.rule === 'checks.trusted-hosts',
      ),
    ).toBe(true);
    expect(
      verdict(text, { trustedHosts: ['shop.example.com'] }).findings.some(
        (one) => one.rule === 'checks.trusted-hosts',
      ),
    ).toBe(false);
  });
  test('tags are written as it writes them', () => {
    expect(mended('Come #msetogether', 'ACC-15', { hashtags: ['#MSETogether'] })).toBe('Come #MSETogether');
  });
  test('words for the public are not asked of a network for professionals', () => {
    expect(refs({ text: 'Chronic conditions', network: 'facebook' })).toContain('STY-10');
    expect(refs({ text: 'Chronic conditions', network: 'linkedin' })).not.toContain('STY-10');
  });
});
