import { expect, test } from 'vitest';
import { InputRefused, refuse } from '#kernel/refusal.ts';
import { StoreAway } from '#kernel/store-port.ts';
import { answerTo, DoorError } from './problem.ts';

test('a refusal says its code, what to do instead, and who could', () => {
  const refused = refuse('kernel.not-yours', { who: 'director of communications' });
  refused.whoCould = ['director of communications'];
  expect(answerTo(refused)).toEqual({
    problem: {
      type: '/help/refusals/kernel.not-yours',
      title: 'You may not do this.',
      status: 403,
      code: 'kernel.not-yours',
      instead: 'Ask: director of communications.',
      whoCould: ['director of communications'],
    },
    headers: {},
    fault: false,
  });
});

test('input is a list of fields', () => {
  const errors = [{ field: 'note', message: 'Say what they need to know' }];
  expect(answerTo(new InputRefused(errors)).problem).toMatchObject({
    status: 400,
    code: 'api.input',
    errors,
  });
});

test('a database that is away is 503 with the time to wait, and never 401', () => {
  const answer = answerTo(new StoreAway('terminating connection', { retryAfterSeconds: 7 }));
  expect(answer.problem).toMatchObject({ status: 503, code: 'api.away' });
  expect(answer.headers).toEqual({ 'retry-after': '7' });
  expect(JSON.stringify(answer)).not.toContain('terminating');
});

test('nobody is told how to sign in', () => {
  const answer = answerTo(new DoorError('api.no-credentials'));
  expect(answer.problem.status).toBe(401);
  expect(answer.headers['www-authenticate']).toBe('Bearer realm="Signpost"');
});

test('what the server itself refuses keeps its status and loses its words', () => {
  for (const status of [400, 413, 415, 429, 503]) {
    const answer = answerTo(Object.assign(new Error('FST internal words'), { statusCode: status }));
    expect(answer.problem.status).toBe(status);
    expect(answer.fault).toBe(false);
    expect(JSON.stringify(answer)).not.toContain('internal');
  }
});

test('everything else is our fault, has a reference number and says nothing else', () => {
  for (const error of [
    new Error('relation "people" does not exist'),
    'text',
    undefined,
    { statusCode: 'x' },
  ]) {
    const { problem, fault } = answerTo(error);
    expect(fault).toBe(true);
    expect(problem).toMatchObject({
      status: 500,
      code: 'api.fault',
      reference: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(JSON.stringify(problem)).not.toContain('people');
  }
});
