import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { role } from '#kernel/party.ts';
import type { House } from '#kernel/house.ts';
import { openOffice, type Office } from './testing-office.ts';

/** Enquiries, as if each that was entered by hand were kept from everybody but the guardian. */
function guarding(house: House): House {
  const enquiry = house.lifecycles.get('enquiry');
  if (!enquiry) throw new Error('There are no enquiries here');
  const sight = { ...enquiry.sight, guarded: { by: 'by_hand', only: [role('guardian')] } };
  return { ...house, lifecycles: new Map([...house.lifecycles, ['enquiry', { ...enquiry, sight }]]) };
}

let office: Office;
let id: string;
type Who = Awaited<ReturnType<Office['join']>>;
let auditor: Who;
let administrator: Who;
let officer: Who;
let guardian: Who;
beforeAll(async () => {
  office = await openOffice({ house: guarding });
  officer = await office.join('Olu Officer', 'communications');
  auditor = await office.join('Aud Itor', 'auditor');
  administrator = await office.join('Ada Admin', 'administrator');
  guardian = await office.join('Gus Guardian', 'guardian', 'auditor', 'communications');
  id = await office.enquiry(officer.actor);
});
afterAll(() => office.close());

describe('what a kind of thing guards', () => {
  test('is in no list, no table and no count of pages, for auditor and administrator alike', async () => {
    for (const { cookie } of [auditor, administrator]) {
      for (const url of ['/records', '/records?kind=enquiry', `/records?row=${id}`, '/records/trail.csv']) {
        const { statusCode, body } = await office.get(url, cookie);
        expect(statusCode).toBe(200);
        expect(body.replace(/<form[^]*?<\/form>/, '')).not.toContain('Enter a message by hand');
        expect(body).not.toMatch(new RegExp(`/records/enquiry/|,${id}`));
      }
    }
  });

  test('has no history for them, nor for those who saw such things before', async () => {
    for (const { cookie } of [auditor, administrator, officer])
      expect((await office.get(`/records/enquiry/${id}`, cookie)).statusCode).toBe(404);
  });

  test('is read by those who guard it', async () => {
    expect((await office.get(`/records/enquiry/${id}`, guardian.cookie)).statusCode).toBe(200);
    const { body } = await office.get('/records?kind=enquiry', guardian.cookie);
    expect(body).toContain('Enter a message by hand');
  });
});
