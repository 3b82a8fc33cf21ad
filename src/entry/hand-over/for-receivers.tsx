import type { FastifyReply, FastifyRequest } from 'fastify';
import { answer, askMore, giveBack, lookIn, receive } from '#features/hand-over/index.ts';
import type { AnyCommand } from '#kernel/command.ts';
import { fromText } from '#kernel/form-text.ts';
import { offer, type Offer } from '#kernel/offer.ts';
import { perform } from '#kernel/perform.ts';
import { InputRefused, Refused } from '#kernel/refusal.ts';
import { systemActor } from '#kernel/rights.ts';
import type { Typed } from '#screens/index.ts';
import { text, waitFor } from '../sign-in/door.ts';
import { bodyOf, ownField } from '../web/command-body.ts';
import type { Door } from './door.ts';
import { opened, partsOf, usedBy, type Opened } from './opened.ts';
import { Landing, Thanks, type Deed } from './pages.tsx';
import { ReceiverPage } from './receiver-page.tsx';
import { linkPath } from './token.ts';

const actor = systemActor('receiver');

/** What a receiver may do, by the last part of its address. */
const deeds: Readonly<Record<Deed, AnyCommand>> = {
  received: receive,
  answered: answer,
  more: askMore,
  back: giveBack,
};

/** A page for whoever has a link and no account. It opens with a press: fetching it, as scanners do, changes nothing. */
export function forReceivers(door: Door): void {
  const { app } = door;
  app.get(linkPath, (request, reply) => landing(door, request, reply));
  app.post(linkPath, async (request, reply) => {
    const found = await tried(door, request, reply);
    if (!found) return reply;
    await perform(door.house, lookIn, {
      actor,
      id: found.row.id,
      input: { digest: found.digest },
      door: 'web',
    });
    // Whoever reads a question has it. Details are theirs only once they say so, since with that they are wiped here.
    if (found.row.kind === 'question' && found.row.state === 'open') await acknowledge(door, found);
    return showOpened(door, request, reply, (await opened(door, found.token)) ?? found);
  });
  for (const [deed, command] of Object.entries(deeds)) {
    app.post(`${linkPath}/${deed}`, (request, reply) =>
      act(door, request, reply, { deed: deed as Deed, command }),
    );
  }
}

/** What the request's token opens. Tries that open nothing are counted, and look all alike. */
async function tried(door: Door, request: FastifyRequest, reply: FastifyReply): Promise<Opened | undefined> {
  const wait = await door.tried.wait(undefined, request.ip);
  if (wait > 0) {
    await landing(door, request, reply, { status: 429, message: waitFor(wait) });
    return undefined;
  }
  const found = await opened(door, codeOf(request));
  if (found) return found;
  await opensNothing(door, request, reply);
  return undefined;
}

const codeOf = (request: FastifyRequest): string => text(request, 'code') || text(request, '_code');

async function opensNothing(door: Door, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  await door.tried.failed(undefined, request.ip);
  return landing(door, request, reply, {
    status: 400,
    message:
      'This link opens nothing. It may be incomplete, too old, or used already. Copy the whole link from the letter, or ask the communications team for a new one.',
  });
}

const landing = (
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
  wrong?: { readonly status: number; readonly message: string },
): Promise<FastifyReply> =>
  door.show(request, reply, {
    title: 'Something was passed on to you',
    body: <Landing organisation={door.organisation} wrong={wrong?.message} />,
    ...(wrong ? { status: wrong.status, wrong: true } : {}),
  });

async function acknowledge(door: Door, found: Opened): Promise<void> {
  try {
    await perform(door.house, receive, { actor, id: found.row.id, input: {}, door: 'web' });
  } catch (error) {
    // Somebody pressed at the same moment.
    if (!(error instanceof Refused)) throw error;
  }
}

async function showOpened(
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
  found: Opened,
  again?: { readonly deed: Deed; readonly typed: Typed },
): Promise<FastifyReply> {
  const { row } = found;
  const { house } = door;
  const offers: Partial<Record<Deed, Offer>> = {};
  for (const [deed, command] of Object.entries(deeds)) {
    const offered = await offer(house, command, { actor, id: row.id }).catch((error: unknown) => {
      if (error instanceof Refused) return undefined;
      throw error;
    });
    if (offered) offers[deed as Deed] = offered;
  }
  return door.show(request, reply, {
    title: row.kind === 'question' ? 'A question for you' : 'Passed on to you',
    body: (
      <ReceiverPage
        found={found}
        organisation={door.organisation}
        policy={house.policies.get(row.policy)}
        parts={partsOf(door, row.content)}
        more={row.more === null ? undefined : door.open(row.more)}
        offers={offers}
        {...(again === undefined ? {} : { again })}
      />
    ),
    ...(again === undefined ? {} : { status: 400, wrong: true }),
  });
}

/** One press of a receiver: done once, however often it arrives. */
async function act(
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
  { deed, command }: { readonly deed: Deed; readonly command: AnyCommand },
): Promise<FastifyReply> {
  const wait = await door.tried.wait(undefined, request.ip);
  if (wait > 0) return landing(door, request, reply, { status: 429, message: waitFor(wait) });
  const found = await opened(door, codeOf(request));
  const id = found?.row.id ?? (await usedBy(door, codeOf(request)));
  if (id === undefined) return opensNothing(door, request, reply);
  const body = bodyOf(request);
  const { zone } = door.house.policies.inForce(door.house.clock.now());
  try {
    const key = ownField(body, '_key');
    await perform(door.house, command, {
      actor,
      id,
      input: fromText(command.input, withoutCode(body), zone),
      key: key === undefined ? undefined : `${id} ${key}`,
      door: 'web',
    });
    return await door.show(request, reply, { title: 'Thank you', body: <Thanks deed={deed} /> });
  } catch (error) {
    if (error instanceof InputRefused && found)
      return showOpened(door, request, reply, found, { deed, typed: { errors: error.errors, values: body } });
    // Nothing is open here any more, or this is no longer to be done: a stranger learns no more than that.
    if (error instanceof Refused && found) return showOpened(door, request, reply, found);
    if (error instanceof Refused || error instanceof InputRefused) return opensNothing(door, request, reply);
    throw error;
  }
}

const withoutCode = (body: ReturnType<typeof bodyOf>) =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'code'));
