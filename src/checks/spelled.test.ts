import { beforeAll, describe, expect, test } from 'vitest';
import { loadDictionary, type Dictionary } from '#text/index.ts';
import { mended, verdict } from './testing-checks.ts';

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = await loadDictionary();
});
const found = (text: string, more: object = {}) =>
  verdict(text, { dictionary, ...more })
    .findings.filter((one) => one.rule === 'checks.spelling')
    .map((one) => text.slice(one.start, one.end));

describe('a word that is one slip from another is pointed out, with the other', () => {
  test.each([
    ['Book your vacine at the pharmacy', 'Book your vaccine at the pharmacy'],
    ['Our clinnic is open', 'Our clinic is open'],
    ['The surgrey is open', 'The surgery is open'],
    ['Ask your pharmasist', 'Ask your pharmacist'],
    ['Wash your hadns often', 'Wash your hands often'],
    ['Free apointments today', 'Free appointments today'],
    ['Help for people with diabtes', 'Help for people with diabetes'],
    ['Our phisiotherapy team', 'Our physiotherapy team'],
    ['The childrens ward', "The children's ward"],
    ['We open on saturday', 'We open on Saturday'],
    ['It is a beautifull day', 'It is a beautiful day'],
    ['Take paracetemol with you', 'Take paracetamol with you'],
    ['Free parkng on site', 'Free parking on site'],
    ['Please remeber your letter', 'Please remember your letter'],
    ['thats all for today', "that's all for today"],
  ])('%s', (text, wanted) => {
    expect(mended(text, 'STY-10', { dictionary })).toBe(wanted);
  });
  test('as a hint, and no more', () => {
    const finding = verdict('Our clinnic is open', { dictionary }).findings.find(
      (one) => one.rule === 'checks.spelling',
    );
    expect(finding?.severity).toBe('note');
  });
  test('and American forms', () => {
    expect(found('We realize that the colors and the theater analyze')).toEqual(
      expect.arrayContaining(['realize', 'colors', 'theater', 'analyze']),
    );
  });
});

describe('names, medicines, places and words of the trade are left alone', () => {
  test.each([
    'Meet Oluwaseun, Siobhan and Zainab from Shoeburyness, Westcliff and Frinton-on-Sea',
    'Flu clinics in shoeburyness, billericay and clacton',
    'amlodipine, apixaban, empagliflozin, semaglutide, nirmatrelvir and pembrolizumab',
    'bronchiolitis, colposcopy, haemodialysis, phlebotomy and perimenopause',
    'Our wellbeing app, podcast, livestream and hashtag',
    'Write to pals@broomfeild.nhs.uk or see www.exmaple.nhs.uk/clincs',
    'We are @MidEssexx #Clincs',
    'Handwashing, lanyards and befrienders',
    'Organise, colour, centre, programme, practise, licence, enrol, fulfil, travelling, ageing, grey',
    'Dziękuję bardzo, nasza przychodnia jest otwarta i zapraszamy państwa serdecznie',
    'Ward 7B, B12, HbA1c, 38C and 10mg',
    'naïve café fiancée',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
  test('and words of the organisation itself', () => {
    expect(found('Join the clinica today')).toEqual(['clinica']);
    expect(found('Join the clinica today', { organisationNames: ['Clinica'] })).toEqual([]);
  });
});

test('without the list nothing of it is said, and frequent slips are found all the same', () => {
  expect(verdict('Our clinnic is open').findings.map((one) => one.rule)).not.toContain('checks.spelling');
  expect(verdict('Please recieve it').findings.map((one) => one.rule)).toContain('checks.spelling');
});

test('the list is brought in once', async () => {
  expect(await loadDictionary()).toBe(dictionary);
});
