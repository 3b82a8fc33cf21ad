import { expect, test } from 'vitest';
import { causesOf } from './why-late.ts';

const at = (time: string) => Temporal.Instant.from(`2026-11-18T${time}:00Z`);
const late = {
  received_at: at('10:00'),
  ingested_at: at('10:01'),
  limit_at: at('12:00'),
  first_claimed_at: at('10:30'),
  first_reply_at: at('12:30'),
  troubles: 0,
};

test('T9: a lag between being said and reaching us is named as a cause', () => {
  expect(causesOf({ ...late, ingested_at: at('11:00') })).toEqual([
    'it reached us 60 minutes after it was said',
  ]);
});
test('a reply that did not go out, an enquiry that nobody took, a reply that is still missing', () => {
  expect(causesOf({ ...late, troubles: 1 })).toEqual(['a reply did not go out']);
  expect(causesOf({ ...late, first_claimed_at: at('12:10') })).toEqual(['nobody took it in time']);
  expect(causesOf({ ...late, first_claimed_at: null, first_reply_at: null })).toEqual([
    'nobody took it',
    'there is no reply yet',
  ]);
});
test('where the record shows nothing else it says so', () => {
  expect(causesOf(late)).toEqual(['it was taken in time, and the reply came late']);
});
