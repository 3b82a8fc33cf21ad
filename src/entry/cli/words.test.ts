import { describe, expect, test } from 'vitest';
import { Usage } from './complaint.ts';
import { readWords } from './words.ts';

const kinds = new Map([
  ['note', 'text'],
  ['as', 'line'],
  ['endsOn', 'date'],
  ['urgent', 'tick'],
  ['kinds', 'several'],
]);
const shape = {
  door: { json: false, as: true },
  fieldKind: ([name]: readonly string[], field: string) =>
    name === 'enquiry.reply' ? kinds.get(field) : undefined,
};
const read = (...words: string[]) => {
  const { operands, door, fields } = readWords(words, shape);
  return { operands, door: Object.fromEntries(door), fields: { ...fields } };
};

describe('the words after do', () => {
  test('are taken apart by the declaration', () => {
    expect(
      read('enquiry.reply', 'id', '--note', 'Thank you', '--urgent', '--json', '--as', 'a@b.test'),
    ).toEqual({
      operands: ['enquiry.reply', 'id'],
      door: { json: '', as: 'a@b.test' },
      fields: { note: 'Thank you', urgent: 'yes' },
    });
  });
  test('a field of several may come again; any other may not', () => {
    expect(read('enquiry.reply', '--kinds', 'a', '--kinds=b').fields).toEqual({ kinds: ['a', 'b'] });
    expect(() => read('enquiry.reply', '--note', 'a', '--note', 'b')).toThrow('Give --note once');
  });
  test('a value that begins with a dash is given with an equals sign; a lone dash is standard input', () => {
    expect(read('enquiry.reply', '--note=--really').fields).toEqual({ note: '--really' });
    expect(read('enquiry.reply', '--note', '-').fields).toEqual({ note: '-' });
    expect(() => read('enquiry.reply', '--note', '--urgent')).toThrow(/--note needs a value/);
    expect(() => read('enquiry.reply', '--note')).toThrow(/--note needs a value/);
  });
  test('what nobody declared is named', () => {
    expect(() => read('enquiry.reply', '--colour', 'red')).toThrow('There is no option --colour here');
    expect(() => read('--note', 'x')).toThrow(Usage);
    expect(() => read('enquiry.reply', '-x')).toThrow(/no option -x/);
    expect(() => read('enquiry.reply', '--constructor', 'x')).toThrow(/no option --constructor/);
  });
  test('a field that is named like an option of the door is still reached', () => {
    expect(read('enquiry.reply', '--as', 'a@b.test', '--its-as', 'x')).toMatchObject({
      door: { as: 'a@b.test' },
      fields: { as: 'x' },
    });
    expect(() => read('enquiry.reply', '--its-note', 'x')).toThrow(/no option --its-note/);
  });
  test('a name of several words is written with dashes, or as it stands', () => {
    expect(read('enquiry.reply', '--ends-on', '2026-12-24').fields).toEqual({ endsOn: '2026-12-24' });
    expect(read('enquiry.reply', '--endsOn', '2026-12-24').fields).toEqual({ endsOn: '2026-12-24' });
    expect(() => read('enquiry.reply', '--ends-on', 'a', '--endsOn', 'b')).toThrow('Give --endsOn once');
  });
  test('after -- nothing is an option', () => {
    expect(read('enquiry.reply', '--', '--note').operands).toEqual(['enquiry.reply', '--note']);
  });
});
