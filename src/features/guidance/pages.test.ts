import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testWeb, type TestWeb } from '#entry/web/testing-web.ts';
import { buildAssets } from '#screens/assets/build.ts';
import { pageScripts } from '../../main/page-scripts.ts';
import { guidance } from './index.ts';
import { guidancePages } from './pages.tsx';
import { packOf } from './testing-facts.ts';
import { rulesHere } from './topics.ts';

const policy = packOf('icb002/1.0');
let door: TestWeb;
let folder: string;
let page: Awaited<ReturnType<TestWeb['get']>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'signpost-check-'));
  const assets = { folder, manifest: await buildAssets(folder, pageScripts) };
  door = await testWeb({ rooms: [guidance], options: () => ({ pages: [guidancePages], assets }) });
  page = await door.get('/check');
});
afterAll(() => door.close());

const unescaped = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
const withoutTemplate = (html: string): string => html.replaceAll(/<template>.*?<\/template>/gs, '');
const built = (start: string, end: string): string =>
  readdirSync(folder).find((file) => file.startsWith(start) && file.endsWith(end)) ?? '';

describe('the page that checks before posting', () => {
  test('opens for everybody, and its clause says that help comes first', () => {
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(`href="/policy/${policy.cite('guidance.before-posting').clause}"`);
  });

  test('lets the browser open no connection, and sends no form of its own', async () => {
    const allowed = String(page.headers['content-security-policy']);
    expect(allowed).toContain("connect-src 'none'");
    expect(allowed).toContain("default-src 'none'");
    expect(allowed).not.toMatch(/unsafe|\*/);
    const main = /<main.*<\/main>/s.exec(page.body)?.[0] ?? '';
    expect(main).not.toContain('<form');
    expect(main).not.toMatch(/<script|\son\w+=/);
    // Other pages may talk to us; a guard that is on everywhere would be seen nowhere.
    expect((await door.get('/help/keys')).headers['content-security-policy']).toContain("connect-src 'self'");
  });

  test('gives what runs beside it a policy of its own, under which it can send nothing', async () => {
    for (const encoding of ['identity', 'gzip', 'br']) {
      const file = `/assets/${built('check-worker.', '.js')}`;
      const { headers } = await door.get(file, { 'accept-encoding': encoding });
      expect(headers['content-encoding'] ?? 'identity').toBe(encoding);
      expect(headers['content-security-policy']).toBe("default-src 'none'");
      expect(headers['cache-control']).toContain('immutable');
    }
  });

  test('without a script has no dead box, and every rule in words with its clause', () => {
    const whole = withoutTemplate(page.body);
    expect(page.body).toContain('<template>');
    expect(whole).not.toMatch(/<(?:textarea|input|select)\b/);
    expect(whole.match(/class="sp-asked__rule"/g)).toHaveLength(rulesHere.length);
    for (const rule of rulesHere) {
      const { clause } = policy.cite(rule);
      expect(whole).toContain(`href="/policy/${clause}"`);
    }
    expect(whole).toContain('Nobody’s details are given away');
  });

  test.each(['guidance.crowded-room', 'guidance.good-name'] as const)(
    'asks last of all, in the words of the clause and with no score: %s',
    (rule) => {
      const { clause } = policy.cite(rule);
      const main = unescaped(page.body);
      const last = main.slice(main.indexOf('Last of all'));
      expect(main.indexOf('Last of all')).toBeGreaterThan(main.indexOf('</check-before-post>'));
      expect(last).toContain(`“${policy.clause(clause).text}”`);
      expect(last).toContain(`href="/policy/${clause}"`);
      expect(
        last.lastIndexOf(policy.clause(policy.cite('guidance.crowded-room').clause).text),
      ).toBeGreaterThan(last.lastIndexOf(policy.clause(policy.cite('guidance.good-name').clause).text));
    },
  );

  test('shows three policies and the lead for speaking up, and says that speaking up is protected', () => {
    const whole = withoutTemplate(page.body);
    for (const named of [
      'Grievance policy',
      'Dignity at Work policy',
      'Raising Concerns policy',
      'Freedom to Speak Up lead',
    ])
      expect(whole.replaceAll(/<[^>]+>/g, '')).toContain(named);
    expect(whole).toMatch(/protected by law/);
    expect(whole).toContain(`href="/policy/${policy.cite('guidance.grievance').clause}"`);
  });

  test('offers the networks of the policy whose limits are known, and brings no secret along', () => {
    for (const name of ['Facebook', 'X', 'Instagram', 'LinkedIn', 'TikTok', 'YouTube', 'Bluesky'])
      expect(page.body).toContain(`>${name}</option>`);
    const facts = unescaped(/data-facts="([^"]*)"/.exec(page.body)?.[1] ?? '');
    expect(Object.keys(JSON.parse(facts) as object)).toEqual(['policy', 'organisation', 'asOf', 'rules']);
  });

  test('cannot be asked with words in its address: whatever stands there is read by nobody', async () => {
    const canary = 'zebrafinch';
    const asked = await door.get(`/check?text=${canary}`);
    expect(asked.body).not.toContain(canary);
    const posted = await door.post('/check', {}, { text: canary });
    expect(posted.statusCode).toBe(404);
  });
});

describe('what it loads', () => {
  test('is loaded by this page alone, after everything else', async () => {
    const script = built('check.', '.js');
    expect(page.body).toContain(`<script type="module" src="/assets/${script}">`);
    expect((await door.get('/help/keys')).body).not.toContain('/assets/check');
    expect(readFileSync(join(folder, built('islands.', '.js')), 'utf8')).not.toContain('check-before-post');
    // The page's own script is small; what reads and checks comes when the page is there.
    expect(readFileSync(join(folder, `${script}.gz`)).length).toBeLessThan(12_000);
    expect(readFileSync(join(folder, script), 'utf8')).toContain(built('check-worker.', '.js'));
  });

  test('is under 900 kB compressed, its word lists included', () => {
    const worker = readFileSync(join(folder, `${built('check-worker.', '.js')}.gz`));
    const whole = gunzipSync(worker).toString('utf8');
    expect(whole).toContain('mental');
    expect(worker.length).toBeGreaterThan(50_000);
    expect(worker.length).toBeLessThan(900_000);
  });
});
