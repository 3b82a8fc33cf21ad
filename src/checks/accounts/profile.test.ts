import { describe, expect, test } from 'vitest';
import { health } from '../testing-checks.ts';
import { judgeProfile, type Profile } from './profile.ts';

const whole: Profile = {
  accountKind: 'departmental',
  name: 'Mid and South Essex maternity',
  bio: 'Run by our midwives. Read 9am to 5pm, Monday to Friday. Not for emergencies: call 111, or 999 in danger.',
  links: ['https://example.nhs.uk/house-rules', 'https://example.nhs.uk/privacy'],
};
const named = { organisationNames: ['Mid and South Essex', 'MSE'] };
const refsOf = (more: Partial<Profile>) =>
  judgeProfile({ ...whole, ...more }, health, named).findings.map((one) => `${one.ref} ${one.field}`);

describe('the profile of an account', () => {
  test('with all its parts is in order, and its picture is asked about', () => {
    const { findings, questions } = judgeProfile(whole, health, named);
    expect(findings).toEqual([]);
    expect(questions.map((one) => one.ref)).toEqual(['BRD-02']);
  });
  test('each part that is missing is named', () => {
    expect(refsOf({ bio: 'Babies!', links: [] })).toEqual(Array.from({ length: 6 }, () => 'BRD-07 bio'));
    expect(refsOf({ links: ['https://example.nhs.uk/privacy'] })).toEqual(['BRD-07 bio']);
    expect(refsOf({ bio: whole.bio.replace('Read 9am to 5pm, Monday to Friday. ', '') })).toEqual([
      'BRD-07 bio',
    ]);
  });
  test('its name says whose it is', () => {
    expect(refsOf({ name: 'Baby news' })).toEqual(['BRD-03 name']);
    expect(refsOf({ name: 'MSE baby news' })).toEqual([]);
  });
  test('a stranger with the letters of the health service, or our name, is looked into', () => {
    const stranger = (name: string) => refsOf({ accountKind: 'unregistered', name, bio: 'News' });
    expect(stranger('NHS Essex offers')).toEqual(['BRD-01 name']);
    expect(stranger('EssexNHSHelp')).toEqual(['BRD-01 name']);
    expect(stranger('Mid and South Essex chat')).toEqual(['BRD-01 name']);
    expect(stranger('Essex bird watching')).toEqual([]);
  });
  test('a person’s own profile is their own', () => {
    expect(refsOf({ accountKind: 'personal', name: 'Jo', bio: 'Nurse' })).toEqual([]);
  });
  test('what rests on a clause cites it, what is our default does not', () => {
    const [finding] = judgeProfile({ ...whole, name: 'Baby news' }, health, named).findings;
    expect(finding).toMatchObject({ clause: '6.7.P9', severity: 'warn' });
  });
});
