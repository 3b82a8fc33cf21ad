import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Citation } from '#policy/index.ts';
import { Cite } from './cite.tsx';
import { Layout, type LayoutProps } from './layout.tsx';
import { markup } from './testing-fixtures.tsx';
import { brokenOut, payloads } from './testing-payloads.ts';
import { Moment } from './when.tsx';

const props: LayoutProps = {
  title: 'Inbox',
  zone: 'Europe/London',
  now: Temporal.Instant.from('2026-11-30T09:18:00Z'),
  organisation: { name: 'Harbourside Health Board' },
  assets: { styles: ['/assets/a.css'], script: '/assets/b.js', scripts: {}, icon: '/assets/c.svg' },
  places: [
    { id: 'inbox', text: 'Inbox', href: '/inbox' },
    { id: 'policy', text: 'Policy', href: '/policy' },
  ],
  place: 'inbox',
  signInHref: '/sign-in',
  children: <h1>Inbox</h1>,
};
const page = (more: Partial<LayoutProps> = {}) => renderToStaticMarkup(<Layout {...props} {...more} />);

describe('layout', () => {
  test('names the page, and says first when something is wrong', () => {
    expect(page()).toContain('<title>Inbox - Signpost - Harbourside Health Board</title>');
    expect(page({ wrong: true })).toContain('<title>Error: Inbox -');
  });
  test('shows where one is, in words that are heard', () => {
    expect(page()).toMatch(/href="\/inbox" aria-current="true"/);
    expect(page()).not.toMatch(/href="\/policy" aria-current/);
  });
  test('has a way in, or a name and a way out', () => {
    expect(page()).toContain('href="/sign-in"');
    const inside = page({ viewer: { id: 'p1', name: 'Ann', accountHref: '/account', signOut: '/sign-out' } });
    expect(inside).toContain('action="/sign-out" method="post"');
    expect(inside).toContain('data-person="p1"');
  });
  test('has no strip while nothing is unusual, and words beside every colour when something is', () => {
    expect(page()).not.toContain('sp-status');
    const strip = page({
      status: [{ id: 's', tone: 'stop', text: 'Publishing is stopped', href: '/publish' }],
    });
    expect(strip).toContain('Stopped: </span><a href="/publish">Publishing is stopped</a>');
  });
  test('has no inline script or style, and one heading of the view’s own', () => {
    expect(page()).not.toMatch(/ style=| on\w+=|<style/);
    expect(page().match(/<script/g)).toHaveLength(1);
    expect(page().match(/<h1/g)).toHaveLength(1);
  });
  test('gives dates their zone; outside it there is no guessing', () => {
    expect(page({ children: <Moment at={props.now} /> })).toContain('Mon 30 Nov 2026 09:18');
    expect(() => renderToStaticMarkup(<Moment at={props.now} />)).toThrow('outside a Layout');
  });
});

test.each(payloads)('%j as a name, a title and a notice stays words', (payload) => {
  const html = page({
    title: payload,
    organisation: { name: payload },
    crumbs: [{ text: payload, href: '/x' }],
    viewer: { id: payload, name: payload, accountHref: '/account', signOut: '/sign-out' },
    status: [{ id: 's', tone: 'note', text: payload }],
  });
  expect(brokenOut(html)).toBeUndefined();
});

test.each([
  ['stated', ''],
  ['inferred', ' (our reading of the policy)'],
  ['default', ' (our default, not in the policy)'],
] as const)('a %s citation says what it rests on', (basis, caveat) => {
  const citation: Citation = {
    rule: 'inbox.check',
    clause: 'S4/2',
    title: '',
    words: 'look often',
    basis,
    policy: 'x/1',
  };
  const html = markup(<Cite citation={citation} />);
  expect(html.replaceAll(/<[^>]+>/g, '')).toBe(`Policy clause S4/2 look often${caveat}`);
  expect(html).toContain('href="/policy/S4%2F2"');
});
