import { describe, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { loadedPolicies, openPolicies } from './policies.ts';

const at = Temporal.Instant.from('2026-11-27T10:00:00Z');

describe('the organisation’s policy', () => {
  test('is a setting, and the first pack where nothing is set', () => {
    expect(readConfig({}, false).policy).toBe('icb002');
    expect(readConfig({ SIGNPOST_POLICY: '  ' }, false).policy).toBe('icb002');
    expect(readConfig({ SIGNPOST_POLICY: ' lmc-sm ' }, true).policy).toBe('lmc-sm');
  });

  test('decides alone, and others lie beside it to be read', async () => {
    const council = await openPolicies('lmc-sm');
    expect(council.inForce(at).id).toBe('lmc-sm/2.1');
    expect(council.all.map((one) => one.id)).toEqual(['lmc-sm/2.1']);
    expect(council.others?.map((one) => one.id)).toEqual(['icb002/1.0']);
    expect(council.inForce(at).cite('inbox.reply-within')).toMatchObject({
      clause: 'S4/2',
      words: 'reply within 24 hours',
    });
    expect((await openPolicies('icb002')).inForce(at).cite('inbox.reply-within').clause).toBe('6.4.b');
  });

  test.each(['nonesuch', 'icb002/1.0', '..', ''])(
    '%j is refused with a list of those that lie here',
    async (name) => {
      await expect(openPolicies(name)).rejects.toThrow(
        /^SIGNPOST_POLICY names “.*”, and no such policy lies here\. Set it to one of these:\n- icb002 \(.+\)\n- lmc-sm \(.+\)$/,
      );
    },
  );

  test('judges to its end what began under another that lies here, and nothing that does not', async () => {
    const council = await openPolicies('lmc-sm');
    expect(council.get('icb002/1.0').id).toBe('icb002/1.0');
    expect(() => council.get('icb002/0.9')).toThrow('not loaded');
  });

  test('says how its clauses are kept, read once', async () => {
    const policies = await openPolicies('icb002');
    const policy = policies.inForce(at);
    expect(policies.coverage?.(policy)?.rows).toHaveLength(180);
    expect(policies.coverage?.(policy)).toBe(policies.coverage?.(policy));
  });

  test('is the one of which the command line speaks', async () => {
    const clock = { now: () => at };
    expect((await loadedPolicies('lmc-sm', clock)).inForce.id).toBe('lmc-sm/2.1');
    expect((await loadedPolicies('lmc-sm', clock)).policies).toHaveLength(2);
  });
});
