import type { FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import {
  lookAtCopy,
  lookAtEvidence,
  makeLink,
  sealedCopy,
  sealedEvidence,
  sendShare,
  type Content,
} from '#features/hand-over/index.ts';
import { isId } from '#kernel/ids.ts';
import { readerOf } from '#kernel/need.ts';
import { offer } from '#kernel/offer.ts';
import { perform } from '#kernel/perform.ts';
import { refuse, Refused } from '#kernel/refusal.ts';
import { CommandForm, PageHeading } from '#screens/index.ts';
import type { Door } from './door.ts';
import { partsOf } from './opened.ts';
import { Parts } from './pages.tsx';
import { linkOf, newToken } from './token.ts';

const idOf = ({ params }: FastifyRequest): string => {
  const id: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, 'id') : undefined;
  if (typeof id !== 'string' || !isId(id)) throw refuse('kernel.not-found');
  return id;
};

/** A link to give by hand, and a look at what was handed over: each by a press of its own, kept in the trail. */
export function forColleagues(door: Door): void {
  const { app, house } = door;
  app.post('/hand-overs/:id/link', async (request, reply) => {
    const actor = request.standing?.actor;
    if (!actor) return reply.redirect('/sign-in', 303);
    const id = idOf(request);
    const { token, digest } = newToken();
    await perform(house, makeLink, { actor, id, input: { digest }, door: 'web' });
    const { daysValid } = house.policies.inForce(house.clock.now()).value('handover.link');
    return door.show(request, reply, {
      title: 'A link to give them',
      body: (
        <>
          <PageHeading>A link to give them</PageHeading>
          <p>
            Give it to the receiver in a way that nobody else can read: whoever has it can open what was
            handed over. It ends after {daysValid} days and is not shown again.
          </p>
          <p>
            <code className="sp-code">{linkOf(door.origin, token)}</code>
          </p>
          <p>
            <a href={`/hand-overs/${id}`}>Back to what was handed over</a>
          </p>
        </>
      ),
    });
  });
  app.post('/hand-overs/:id/copy', async (request, reply) => {
    const actor = request.standing?.actor;
    if (!actor) return reply.redirect('/sign-in', 303);
    const id = idOf(request);
    await perform(house, lookAtCopy, { actor, id, input: {}, door: 'web' });
    const sealed = await sealedCopy(readerOf(house.store.read()), id);
    const send = await offer(house, sendShare, { actor, id }).catch(nothingToSend);
    return door.show(request, reply, {
      title: 'What is handed over',
      body: (
        <Sealed
          title={send ? 'Exactly what they will read' : 'What was handed over'}
          parts={partsOf(door, sealed ?? null)}
          back={`/hand-overs/${id}`}
        >
          {send ? <CommandForm offer={send} back={`/hand-overs/${id}`} /> : null}
        </Sealed>
      ),
    });
  });
  app.post('/escalations/:id/evidence', async (request, reply) => {
    const actor = request.standing?.actor;
    if (!actor) return reply.redirect('/sign-in', 303);
    const id = idOf(request);
    await perform(house, lookAtEvidence, { actor, id, input: {}, door: 'web' });
    const sealed = await sealedEvidence(readerOf(house.store.read()), id);
    return door.show(request, reply, {
      title: 'The message as it was',
      body: (
        <Sealed
          title="The message as it was"
          parts={partsOf(door, sealed ?? null)}
          back={`/escalations/${id}`}
        />
      ),
    });
  });
}

/** Not to be sent now, or not by this person. */
function nothingToSend(error: unknown): undefined {
  if (error instanceof Refused) return undefined;
  throw error;
}

const Sealed = (props: {
  readonly title: string;
  readonly parts: Content['parts'];
  readonly back: string;
  readonly children?: ReactNode;
}) => (
  <>
    <PageHeading>{props.title}</PageHeading>
    <Parts of={props.parts} />
    {props.children}
    <p>That you looked stands in the record.</p>
    <p>
      <a href={props.back}>Back</a>
    </p>
  </>
);
