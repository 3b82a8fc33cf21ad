import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { council, health } from '../testing-checks.ts';
import { handleVerdicts, judgeHandle, type HandleKind } from './handle.ts';
import { namesOf, partsOf } from './names.ts';

const names = ['NHS Mid and South Essex', 'Mid and South Essex', 'MSE', 'MSEICS', 'MSEICB'];
const judged = (handle: string, accountKind: HandleKind) =>
  judgeHandle({ handle, accountKind }, health, { organisationNames: names });

describe('a personal handle', () => {
  test.each([
    '@JoeBloggsMSEICS',
    '@joe_mse',
    'MSE_Nurse_Ann',
    '@annMSE',
    '@MidAndSouthEssexJo',
    '@joebloggsmse',
    'jo.midandsouthessex',
    'M_S_E_Jo',
  ])('may not carry the name: %s', (handle) => {
    const { verdict, clause, why } = judged(handle, 'personal');
    expect({ verdict, clause }).toEqual({
      verdict: 'must_not_contain_name',
      clause: health.cite('handles.personal').clause,
    });
    expect(why).toMatch(/without it\.$/);
  });
  test.each([
    '@TomSelby',
    '@AdamSewell',
    '@JoBloggs',
    '@tomselby',
    '@adamsewell',
    '@NurseAnn',
    '@JimSeaton',
    '@essexrunner',
    '@clinicsfan',
    '@SamSemple',
  ])('is fine though its letters meet: %s', (handle) => {
    expect(judged(handle, 'personal')).toMatchObject({ verdict: 'ok', clause: null });
  });
});

describe('a departmental handle', () => {
  test.each(['@MSE_Maternity', '@MSEICBJobs', '@MidAndSouthEssexCare'])('carries the name: %s', (handle) => {
    expect(judged(handle, 'departmental').verdict).toBe('ok');
  });
  test.each(['@MaternityNews', '@TomSelby', '@EssexCare'])('is refused without it: %s', (handle) => {
    expect(judged(handle, 'departmental')).toMatchObject({
      verdict: 'must_contain_name',
      clause: health.cite('handles.departmental').clause,
    });
  });
});

describe('look-alikes', () => {
  test.each([
    '@M5E_Maternity',
    '@МSE_Jobs',
    '@MlDANDSOUTHESSEX',
    '@Mid4ndSouthEssex',
    '@M1dAndSouthEssex',
    '@rnidandsouthessex',
    '@MidAndSouthEsex',
  ])('%s is looked into', (handle) => {
    expect(judged(handle, 'unregistered')).toMatchObject({
      verdict: 'lookalike',
      clause: health.cite('handles.look-alike').clause,
    });
  });
  test('an account that carries the name and is in no register is looked into; a critic without it is not', () => {
    expect(judged('@MSE_Help', 'unregistered').verdict).toBe('lookalike');
    expect(judged('@FedUpInBasildon', 'unregistered').verdict).toBe('ok');
  });
});

test('a handle falls into parts by case, figures and signs', () => {
  expect(partsOf('@JoeBloggsMSEICS_2')).toEqual(['Joe', 'Bloggs', 'MSEICS']);
  expect(partsOf('NHSMidEssex')).toEqual(['NHS', 'Mid', 'Essex']);
});

test('where no names are set they come from the policy, and another body has its own', () => {
  expect(namesOf('NHS Mid and South Essex Integrated Care Board')).toEqual(
    expect.arrayContaining(['MSEICB', 'MSE', 'Mid and South Essex']),
  );
  const { organisation } = council.document;
  const first = organisation.split(' ')[0] ?? '';
  expect(judgeHandle({ handle: `@Jo${first}`, accountKind: 'personal' }, council)).toMatchObject({
    verdict: 'must_not_contain_name',
    clause: null,
  });
});

test('no handle is too odd, and each gets one of four verdicts', () => {
  assert(
    property(
      string({ unit: 'binary', maxLength: 60 }),
      constantFrom<HandleKind>('corporate', 'departmental', 'personal', 'unregistered'),
      (handle, kind) => {
        expect(handleVerdicts).toContain(judged(handle, kind).verdict);
      },
    ),
  );
});
