import type { FastifyReply, FastifyRequest } from 'fastify';
import { invite } from '#features/people/index.ts';
import { offer, type Offer } from '#kernel/offer.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Actor } from '#kernel/rights.ts';
import { Cite, PageHeading, Tick } from '#screens/index.ts';
import { text, type Door } from './door.ts';
import { makeInvitation, type Made } from './invitation.ts';

const title = 'Make a sign-in code';

/** An administrator makes the code with which a person chooses a password, and sees it once. */
export function invitePages(door: Door): void {
  const { app } = door;
  app.get('/people/:id/sign-in', async (request, reply) => {
    const actor = request.standing?.actor;
    if (!actor) return reply.redirect(`/sign-in?back=${encodeURIComponent(request.url)}`, 303);
    const { offered, id, name } = await offeredFor(door, request, actor);
    const proofs = await door.signIn.proofsOf(id);
    const body = <Invite offered={offered} id={id} name={name} proofs={proofs} />;
    return door.show(request, reply, { title, body });
  });
  app.post('/people/:id/sign-in', async (request, reply) => {
    const actor = request.standing?.actor;
    if (!actor) return reply.redirect(`/sign-in?back=${encodeURIComponent(request.url)}`, 303);
    const { id, name } = await offeredFor(door, request, actor);
    const takesSecondFactor = text(request, 'takesSecondFactor') !== '';
    const made = await makeInvitation(door.house, door.origin, {
      actor,
      person: id,
      takesSecondFactor,
      door: 'web',
    });
    return showMade(door, request, reply, { made, id, name });
  });
}

/** @throws Refused where this person may not, or nobody of that id is here. */
async function offeredFor({ house }: Door, request: FastifyRequest, actor: Actor) {
  const offered = await offer(house, invite, { actor });
  const { params } = request;
  const id = typeof params === 'object' && params !== null ? String(Reflect.get(params, 'id')) : '';
  const people = offered.fields.find((field) => field.name === 'person')?.choices ?? [];
  const found = people.find((one) => one.id === id);
  if (!found) throw refuse('kernel.not-found');
  return { offered, id, name: found.name };
}

interface InviteProps {
  readonly offered: Offer;
  readonly id: string;
  readonly name: string;
  readonly proofs: { readonly password: boolean; readonly secondFactor: boolean };
}

const Invite = ({ offered, id, name, proofs }: InviteProps) => (
  <>
    <PageHeading>{title}</PageHeading>
    <p>
      With the code {name} chooses a password: for the first time, or because the old one is forgotten. It
      works once, within 72 hours. An earlier code of theirs ends.
    </p>
    <p>
      {name} has {proofs.password ? 'a password' : 'no password yet'}
      {proofs.secondFactor ? ', and a second factor that stays on' : ''}.
    </p>
    <p>
      <Cite citation={offered.citation} />
    </p>
    <form action={`/people/${id}/sign-in`} method="post" className="sp-form">
      {proofs.secondFactor ? (
        <Tick
          id="takesSecondFactor"
          name="takesSecondFactor"
          label="They lost their phone: take their second factor away when they use the code"
          ticked={false}
        />
      ) : null}
      <div className="sp-form__end">
        <button className="nhsuk-button" type="submit">
          Make the code
        </button>
        <a href={`/people/${id}`}>Back without making one</a>
      </div>
    </form>
  </>
);

const showMade = (
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
  { made, id, name }: { made: Made; id: string; name: string },
) =>
  door.show(request, reply, {
    title: `A code for ${name}`,
    body: (
      <>
        <PageHeading>A code for {name}</PageHeading>
        <p>
          Give it to them in a way that nobody else can read: whoever has it can sign in as them. It is not
          shown again.
        </p>
        <p>
          The link: <code className="sp-code">{made.link}</code>
        </p>
        <p>
          Or the code alone, for the page {door.origin}/sign-in/new-password:{' '}
          <code className="sp-code">{made.code}</code>
        </p>
        <p>
          <a href={`/people/${id}`}>Back to {name}</a>
        </p>
      </>
    ),
  });
