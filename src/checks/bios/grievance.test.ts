import { expect, test } from 'vitest';
import { sensesGrievance } from './grievance.ts';

test.each([
  'My manager is bullying me and nobody will act',
  'Another shift, another night when the ward is unsafe',
  'We are so short-staffed at work that I cried in the car',
  'The trust covers it up every time.',
  'I hate working here, they do not care',
  'I put in a grievance in May and heard nothing',
  'Unsafe staffing again tonight. Somebody will get hurt.',
  'Our matron never listens to us',
  'My boss does not listen. I am scared to say anything at work',
  'Being bullied. Not sure how long I can do this.',
  'I am burnt out from this job and management ignore us',
  'Racist remarks from my colleague today, again',
])('what is wrong at work is sensed: %s', (text) => {
  expect(sensesGrievance(text)).toBe(true);
});

test.each([
  'Proud of my team on the ward today',
  'It is Speak Up Week: if you see bullying at work, report it',
  'Our clinic is open on Monday. Come along!',
  'My manager brought cake. Best job in the world',
  'The weather is a disgrace',
  'Join us for training on racism at work',
  'I hate Mondays',
  'The lift at the station is broken',
  'A day in the life of our matron',
  'How to spot bullying at work',
  'New staff start on the ward this week',
  '',
])('and nothing where nothing is: %s', (text) => {
  expect(sensesGrievance(text)).toBe(false);
});
