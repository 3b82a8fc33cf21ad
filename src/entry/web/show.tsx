import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactNode } from 'react';
import type { House } from '#kernel/house.ts';
import { newId } from '#kernel/ids.ts';
import {
  Flash,
  Layout,
  type AssetLinks,
  type Crumb,
  type LayoutProps,
  type StatusItem,
} from '#screens/index.ts';
import { contextFor } from './context.ts';
import { takeFlash } from './flash.ts';
import { pathsOf, type WebOptions } from './options.ts';
import { placesFor, type Place } from './places.ts';
import { PracticeBar } from './practice-bar.tsx';

/** What every page needs besides its own view. Made once. */
export interface Frame {
  readonly house: House;
  readonly options: WebOptions;
  readonly places: readonly Place[];
  readonly assets: AssetLinks;
}

export interface Shown {
  readonly title: string;
  readonly body: ReactNode;
  readonly status?: number;
  readonly place?: string | undefined;
  readonly crumbs?: readonly Crumb[];
  readonly live?: readonly string[] | undefined;
  readonly script?: string | undefined;
  readonly sendsNothing?: boolean | undefined;
  readonly wrong?: boolean;
  readonly again?: LayoutProps['again'];
  /** For pages that must be shown while nothing can be asked of the database. */
  readonly bare?: boolean;
}

/** Sends a whole page. Pages are never kept by browsers or proxies: what they show depends on who looks. */
export async function show(
  frame: Frame,
  request: FastifyRequest,
  reply: FastifyReply,
  page: Shown,
): Promise<FastifyReply> {
  const props = await layoutOf(frame, request, reply, page);
  if (page.sendsNothing === true) closeConnections(reply);
  const html = renderToStaticMarkup(<Layout {...props}>{page.body}</Layout>);
  return reply
    .status(page.status ?? 200)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(`<!DOCTYPE html>${html}`);
}

/** On top of the policy of every page: no connection at all, not even to ourselves. */
function closeConnections(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy'));
  reply.header('content-security-policy', policy.replace(/connect-src [^;]*/, "connect-src 'none'"));
}

async function layoutOf(
  frame: Frame,
  request: FastifyRequest,
  reply: FastifyReply,
  page: Shown,
): Promise<Omit<LayoutProps, 'children'>> {
  const { house, options } = frame;
  const { standing } = request;
  const now = house.clock.now();
  const paths = pathsOf(options.signIn);
  const flash = page.bare === true ? undefined : takeFlash(house, request, reply);
  return {
    title: page.title,
    zone: house.policies.inForce(now).zone,
    now,
    organisation: options.organisation,
    assets: frame.assets,
    places: placesFor(frame.places, standing),
    signInHref: paths.signIn,
    status: page.bare === true ? [] : await statusFor(frame, request),
    crumbs: page.crumbs ?? crumbsFor(frame, request, page),
    ...(page.script === undefined ? {} : { script: scriptOf(frame, page.script) }),
    ...(page.place === undefined ? {} : { place: page.place }),
    ...(standing?.actor.kind === 'person'
      ? {
          viewer: {
            id: standing.actor.id,
            name: standing.name,
            accountHref: paths.account,
            signOut: paths.signOut,
          },
        }
      : {}),
    ...(flash ? { flash: <Flash {...flash} /> } : {}),
    ...(options.practice ? { practice: <PracticeBar now={options.practice.now()} /> } : {}),
    ...(options.live && standing && page.live && page.live.length > 0
      ? { live: { kinds: page.live, since: newId() } }
      : {}),
    ...(page.wrong === true ? { wrong: true } : {}),
    ...(page.again ? { again: page.again } : {}),
  };
}

function scriptOf({ assets }: Frame, name: string): string {
  const found = assets.scripts[name];
  if (found === undefined) throw new Error(`The build made no script ${name}: see the page scripts of main`);
  return found;
}

/** The strip is an addition: a page must not fail because the strip does. */
async function statusFor(frame: Frame, request: FastifyRequest): Promise<readonly StatusItem[]> {
  const { status } = frame.options;
  if (!status) return [];
  try {
    return await status(contextFor(frame, request.standing));
  } catch (error) {
    request.log.warn({ reason: error instanceof Error ? error.message : 'unknown' }, 'status strip left out');
    return [];
  }
}

/** The way back to the place that the page belongs to, for those who may go there. */
function crumbsFor(frame: Frame, request: FastifyRequest, page: Shown): Crumb[] {
  const place = placesFor(frame.places, request.standing).find((one) => one.id === page.place);
  const here = request.url.split('?')[0];
  return place && place.href !== here ? [{ text: place.text, href: place.href }] : [];
}
