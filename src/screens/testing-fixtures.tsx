import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactNode } from 'react';
import { InSetting } from './setting.tsx';

const resolve = createRequire(import.meta.url).resolve;

/** Parameters of the design system's own macro, and the HTML that it makes of them. */
export interface Fixture<Context> {
  readonly name: string;
  readonly description?: string;
  /** As the fixture's file holds it: each test says which parameters it reads. */
  readonly context: Context;
  readonly html: string;
}

/** Every fixture that the design system ships for a component. */
export function fixturesOf<Context>(component: string): Fixture<Context>[] {
  const path = resolve('nhsuk-frontend/package.json').replace(
    'package.json',
    `dist/nhsuk/components/${component}/fixtures.json`,
  );
  return (JSON.parse(readFileSync(path, 'utf8')) as { fixtures: Fixture<Context>[] }).fixtures;
}

export function fixture<Context>(component: string, name: string, description?: string): Fixture<Context> {
  const found = fixturesOf<Context>(component).find(
    (one) => one.name === name && one.description === description,
  );
  if (!found) throw new Error(`${component} has no fixture ${name} ${description ?? ''}`);
  return found;
}

/** The markup of a tree, as a page would hold it, at a fixed moment in London. */
export const markup = (tree: ReactNode): string =>
  renderToStaticMarkup(
    <InSetting zone="Europe/London" now={Temporal.Instant.from('2026-11-30T09:18:00Z')}>
      {tree}
    </InSetting>,
  );

const entities: Record<string, string> = { '&#39;': "'", '&#x27;': "'", '&quot;': '"', '&nbsp;': ' ' };

/**
 * HTML without what does not count: white space between tags, order of attributes and of classes, spelling of
 * entities and of empty attributes. `data-module` and `novalidate` go too: they are for the library's own
 * script, which we do not ship.
 */
export function normal(html: string): string {
  return html
    .replaceAll(/&#39;|&#x27;|&quot;|&nbsp;/g, (entity) => entities[entity] ?? entity)
    .replaceAll(
      /<(\/?[a-z][\w-]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>/gi,
      (_, tag: string, attributes: string) => `\n<${[tag, ...attributesOf(attributes)].join(' ')}>\n`,
    )
    .split('\n')
    .map((line) => line.trim().replaceAll(/\s+/g, ' '))
    .filter((line) => line !== '' && line !== '</path>')
    .join('\n');
}

const dropped = new Set(['data-module', 'novalidate']);

function attributesOf(text: string): string[] {
  return [...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)]
    .map((match): [string, string] => [(match[1] ?? '').toLowerCase(), match[2] ?? ''])
    .filter(([name]) => !dropped.has(name))
    .map(([name, value]) => `${name}="${name === 'class' ? value.split(/\s+/).toSorted().join(' ') : value}"`)
    .toSorted();
}
