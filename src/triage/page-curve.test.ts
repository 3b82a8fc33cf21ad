import { expect, test } from 'vitest';
import { measureCurve } from './evaluation/measure-curve.ts';
import { pageCurve } from './page-curve.ts';

test('the thresholds are measured with the model that is here: otherwise run script/evaluate', () => {
  expect(pageCurve).toEqual(measureCurve());
}, 60_000);
