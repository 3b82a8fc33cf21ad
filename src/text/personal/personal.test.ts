import { array, assert, constantFrom, integer, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCardNumber } from './bank.ts';
import { personalKinds, type OwnDetails, type PersonalKind } from './datum.ts';
import { findPersonalData } from './find.ts';
import { kindInWords, mask } from './mask.ts';
import { isNhsNumber } from './nhs-number.ts';
import { national } from './phone.ts';

const found = (text: string, own: OwnDetails = {}) =>
  findPersonalData(text, own).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
const kinds = (text: string, own: OwnDetails = {}): PersonalKind[] =>
  findPersonalData(text, own).map((one) => one.kind);
const sureness = (text: string) => findPersonalData(text).map((one) => one.sureness);

describe('the check of NHS numbers', () => {
  test.each([
    '9990000018',
    '9990000026',
    '9990000034',
    '9990000042',
    '9990000050',
    '9990000069',
    '9434765919',
  ])('%s passes', (digits) => expect(isNhsNumber(digits)).toBe(true));
  test.each([
    '9991234567',
    '1234567890',
    '9876544321',
    '9990000019',
    '0000000000',
    '999000001',
    '99900000180',
  ])('%s fails', (digits) => expect(isNhsNumber(digits)).toBe(false));
  test('about one in eleven of all ten-figure numbers passes, so that the check alone proves nothing', () => {
    const passed = Array.from({ length: 110_000 }, (_, at) => String(1_000_000_007 + at * 79_999)).filter(
      isNhsNumber,
    );
    expect(passed.length / 110_000).toBeGreaterThan(0.085);
    expect(passed.length / 110_000).toBeLessThan(0.095);
  });
});

describe('sentences of the trial of patterns', () => {
  test.each<[string, string[]]>([
    ['please help, my NHS number is 999 000 0018', ['nhs_number 999 000 0018']],
    ['ring 01245 123456', ['phone 01245 123456']],
    ['ring 07700 900123', ['phone 07700 900123']],
    ['ring +44 7700 900123', ['phone +44 7700 900123']],
    ['ring 07700900123', ['phone 07700900123']],
    ['my number AB 12 34 56 C', ['ni_number AB 12 34 56 C']],
    ['QQ123456C and GB 12 34 56 C', []],
    ['CM2 6FT', ['postcode CM2 6FT']],
    ['SW1A 1AA', ['postcode SW1A 1AA']],
    ['BS8 1TH and e1 6an', ['postcode BS8 1TH', 'postcode e1 6an']],
    ['M5 5pm', []],
    ['B12 9AM', []],
    ['C4 2 at 10', []],
    ['lot AB1234 5CD', []],
    ['DOB 12/03/1961', ['dob 12/03/1961']],
    ['date of birth: 3 March 1961', ['dob 3 March 1961']],
    ['born on 3rd March 1961', ['dob 3rd March 1961']],
    ['hospital number 1234567', ['hospital_number 1234567']],
    ['patient no: 00123456', ['hospital_number 00123456']],
    ['order 1234567890', []],
    ['ref 2026111800', []],
    ['£1,234,567,890', []],
    ['2024 2025 2026', []],
    ['111 or 999', []],
    ['116 123', []],
    ['@NHS_MSE', []],
    ['001 44', []],
    ['write to jo@example.com', ['email jo@example.com']],
  ])('%s', (text, wanted) => {
    expect(found(text)).toEqual(wanted);
  });
});

describe('people hide figures, or write them as they speak', () => {
  test.each<[string, string[]]>([
    ['it is 9 9 9 0 0 0 0 0 1 8 please', ['nhs_number 9 9 9 0 0 0 0 0 1 8']],
    ['999-000-0018', ['nhs_number 999-000-0018']],
    ['999\u200B000\u200B0018 is my nhs number', ['nhs_number 999\u200B000\u200B0018']],
    [
      'nhs number nine nine nine zero zero zero zero zero one eight',
      ['nhs_number nine nine nine zero zero zero zero zero one eight'],
    ],
    ['𝟗𝟗𝟗 𝟎𝟎𝟎 𝟎𝟎𝟏𝟖', ['nhs_number 𝟗𝟗𝟗 𝟎𝟎𝟎 𝟎𝟎𝟏𝟖']],
    ['0 7 7 0 0 9 0 0 1 2 3', ['phone 0 7 7 0 0 9 0 0 1 2 3']],
    ['tel:07700-900-123', ['phone 07700-900-123']],
    ['+44 (0)7700 900 123', ['phone +44 (0)7700 900 123']],
    ['jo dot bloggs at example dot com', ['email jo dot bloggs at example dot com']],
    ['jo(at)example.com', ['email jo(at)example.com']],
    ['jo [at] example [dot] co [dot] uk', ['email jo [at] example [dot] co [dot] uk']],
    ['jo.bloggs at gmail.com', ['email jo.bloggs at gmail.com']],
    ['cm26ft', ['postcode cm26ft']],
  ])('%s', (text, wanted) => {
    expect(found(text)).toEqual(wanted);
  });

  test('eleven single figures hold no number of ten', () => {
    expect(kinds('5 9 9 9 0 0 0 0 0 1 8')).not.toContain('nhs_number');
  });
});

describe('context decides, not the check digit alone', () => {
  test('grouped or named is sure, bare is not', () => {
    expect(sureness('999 000 0018')).toEqual(['high']);
    expect(sureness('9990000018')).toEqual(['medium']);
    expect(sureness('NHS no 9990000018')).toEqual(['high']);
  });
  test('a wrong check digit beside the words is still somebody’s number', () => {
    expect(found('NHS number 999 123 4567')).toEqual(['nhs_number 999 123 4567']);
    expect(found('999 123 4567')).toEqual([]);
  });
  test.each(['order number 9990000018', 'ref 9990000018', 'tracking 999 000 0018'])('%s is none', (text) => {
    expect(kinds(text)).not.toContain('nhs_number');
  });
  test('an NHS number is not called a phone number, nor the other way round', () => {
    expect(kinds('NHS number 999 000 0018, mobile 07700 900123')).toEqual(['nhs_number', 'phone']);
  });
});

describe('numbers and addresses that are nobody’s', () => {
  test.each([
    'call 111 or 999',
    'Samaritans 116 123',
    'ring 0300 123 1234',
    'ring 0800 123 4567',
    'text SHOUT to 85258',
    'pals@example.nhs.uk',
    'complaints@example.gov.uk',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
  test('the organisation’s own are let through, others are not', () => {
    const own: OwnDetails = {
      allowedNumbers: ['+44 1632 960100'],
      ownHosts: ['ours.example'],
      ownPlaces: ['Tekhnicon House, Springwood Drive, CM7 2YN'],
    };
    expect(found('01632 960100, a@mail.ours.example, CM7 2YN', own)).toEqual([]);
    expect(kinds('01632 960101, a@theirs.example, CM7 2YP', own)).toEqual(['phone', 'email', 'postcode']);
  });
});

describe('birthdays', () => {
  test.each([
    'DOB 31/02/1961',
    'born 45/13/1990',
    'the meeting is on 12/03/1961',
    'everybody born before 1 September 2009',
    'the service was born on 5 July 1988',
    'she was born on 12 May 1820',
  ])('%s is none', (text) => {
    expect(found(text)).toEqual([]);
  });
  test('nobody is older than 115, or born after the day of reading', () => {
    const own = { asOf: '2026-11-27' };
    expect(found('born 1/1/1905', own)).toEqual([]);
    expect(found('born 1/1/2030', own)).toEqual([]);
    expect(found('born 1/1/1912', own)).toEqual(['dob 1/1/1912']);
  });
  test('a date right after somebody is a birthday although nobody says so', () => {
    expect(found('Jane Smith, 12/03/1961')).toEqual(['person Jane Smith', 'dob 12/03/1961']);
    expect(found('Jane Smith, 12/03/2026', { asOf: '2026-11-27' })).toEqual(['person Jane Smith']);
  });
});

describe('names need a reason', () => {
  test.each<[string, string[]]>([
    ['my name is sarah jones and', ['person sarah jones']],
    ['mrs patel in ward 4', ['person mrs patel']],
    ['Nurse Kayleigh O’Brien was lovely', ['person Nurse Kayleigh O’Brien']],
    ['Arthur Fox waited', ['person Arthur Fox']],
    ['my daughter ellie is 4', ['person ellie']],
    ['a patient called Nadine', ['person Nadine']],
    ['from sarah and harry', ['person sarah', 'person harry']],
    ['Dr Ahmed’s clinic', ['person Dr Ahmed']],
    ['mum (Doreen Clarke, 84)', ['person Doreen Clarke']],
    ['Prof Chukwuemeka Okonkwo', ['person Prof Chukwuemeka Okonkwo']],
    ['im waiting, this is ridiculous', []],
    ['the Rose Ward', []],
    ['Will Basildon Hospital open on Easter Monday?', []],
    ['Mental Health Awareness Week', []],
    ['Florence Nightingale and King Charles', []],
    ['Dr who? miss you, nurse told me', []],
    ['I’m hopeful, may is fine', []],
  ])('%s', (text, wanted) => {
    expect(found(text)).toEqual(wanted);
  });
});

describe('addresses, banks and cards', () => {
  test.each<[string, string[]]>([
    ['14 birch close, up the stairs', ['address 14 birch close']],
    ['5 lane closures, no buses', []],
    ['refund 200000 12345678 please', ['bank 200000 12345678']],
    ['12345678 / 20-00-00 is where it goes', ['bank 12345678 / 20-00-00']],
    ['order 200000 12345678', []],
    ['i live at 12 high street', ['address 12 high street']],
    ['14 Cedar Rise', ['address 14 Cedar Rise']],
    ['2 minutes down the road', []],
    ['our clinic at 12 High Street', []],
    ['sort code 12-34-56 account 12345678', ['bank 12-34-56 account 12345678']],
    ['account number 12345678', ['bank 12345678']],
    ['4111 1111 1111 1111', ['card 4111 1111 1111 1111']],
    ['4111 1111 1111 1112', []],
  ])('%s', (text, wanted) => {
    expect(found(text)).toEqual(wanted);
  });
  test('the check of cards', () => {
    expect(isCardNumber('4111111111111111')).toBe(true);
    expect(isCardNumber('1111111111111111')).toBe(false);
  });
});

test('one national form for every way of writing a number', () => {
  for (const [digits, plus] of [
    ['447700900123', true],
    ['4407700900123', true],
    ['00447700900123', false],
    ['07700900123', false],
  ] as const)
    expect(national(digits, plus)).toBe('07700900123');
});

describe('what is masked', () => {
  const piece = constantFrom(
    '999 000 0018',
    '07700 900123',
    'DOB 12/03/1961',
    'jo@example.com',
    'AB 12 34 56 C',
    '4111 1111 1111 1111',
    'hospital number 1234567',
    'sort code 12-34-56 account 12345678',
    'CM2 6FT',
  );
  const words = string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll(/\p{N}/gu, ''));

  test('no figure of it is left, whatever stands around it', () => {
    assert(
      property(array(piece, { minLength: 1, maxLength: 3 }), words, (pieces, around) => {
        const text = pieces.map((one) => `${around} \n${one}\n `).join('. ');
        const masked = mask(text, findPersonalData(text));
        expect(masked).not.toMatch(/\d/);
      }),
    );
  });

  test('masking what is masked changes nothing', () => {
    assert(
      property(array(piece, { maxLength: 3 }), integer({ min: 0, max: 9 }), (pieces, gap) => {
        const once = mask(
          pieces.join(' '.repeat(gap) + '\n'),
          findPersonalData(pieces.join(' '.repeat(gap) + '\n')),
        );
        expect(mask(once, findPersonalData(once))).toBe(once);
      }),
    );
  });

  test('a datum holds its kind and place, and nothing of the text', () => {
    for (const one of findPersonalData('Jane Smith, NHS number 999 000 0018, jo@example.com'))
      expect(Object.keys(one).sort()).toEqual(['end', 'kind', 'start', 'sureness']);
    for (const kind of personalKinds) expect(kindInWords(kind)).toMatch(/^[A-Za-z -]+$/);
  });
});

test.each([
  '9 ',
  '07700 900123 ',
  '1-',
  'a@',
  'a.',
  '((',
  'flat 1, ',
  '12 high ',
  'mr ',
  'born ',
  'Aa ',
  '\u0301',
  '999 000 0018',
])('100 kB of %j is looked through in time', (unit) => {
  const text = unit.repeat(100_000 / unit.length);
  const begun = process.cpuUsage();
  findPersonalData(text);
  const { user, system } = process.cpuUsage(begun);
  expect((user + system) / 1000).toBeLessThan(3000);
});
