import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnyCommand } from '#kernel/command.ts';
import { askOf } from '#kernel/form.ts';
import { fromText, type TextBody } from '#kernel/form-text.ts';
import { offer, type Offer } from '#kernel/offer.ts';
import { perform } from '#kernel/perform.ts';
import { InputRefused, refuse, Refused } from '#kernel/refusal.ts';
import type { Actor } from '#kernel/rights.ts';
import {
  CommandForm,
  commandPath,
  type CommandFormProps,
  type PageContext,
  type Typed,
} from '#screens/index.ts';
import { answerError } from './answer-error.tsx';
import { bodyOf, ownField, versionOf } from './command-body.ts';
import { CommandPage } from './command-page.tsx';
import { contextFor, textsOf } from './context.ts';
import { setFlash } from './flash.ts';
import { signInPath } from './room-pages.tsx';
import { safePath } from './safe-path.ts';
import { Refusal, SignedOut, type Sent } from './say-no.tsx';
import { show, type Frame } from './show.tsx';

interface Asked {
  readonly command: AnyCommand;
  readonly id: string | undefined;
}

/** The form of every command, and what happens when it is sent. One pair of addresses for all rooms. */
export function commandRoutes(app: FastifyInstance, frame: Frame): void {
  for (const path of ['/do/:command', '/do/:command/:id']) {
    app.get(path, async (request, reply) => {
      if (!request.standing) return reply.redirect(signInPath(frame, request.url), 303);
      const asked = askedOf(frame, request);
      return showForm(frame, request, reply, asked, begunWith(asked.command, request));
    });
    app.post(path, async (request, reply) => {
      const asked = askedOf(frame, request);
      const body = bodyOf(request);
      const sent: Sent = { command: asked.command, body, path: commandPath(asked.command.name, asked.id) };
      if (!request.standing) {
        const page = <SignedOut sent={sent} signIn={signInPath(frame, '/')} />;
        return show(frame, request, reply, { title: 'You are no longer signed in', status: 401, body: page });
      }
      return act(frame, request, reply, asked, request.standing.actor, sent);
    });
  }
}

function askedOf({ house }: Frame, request: FastifyRequest): Asked {
  const { command: name = '', id } = textsOf(request.params);
  const command = house.commands.get(name);
  if (!command || command.creates !== (id === undefined)) throw refuse('kernel.not-found');
  return { command, id };
}

/** What an address may put into a form: its own fields, so that a page can link to a form half filled in. Never a secret. */
function begunWith(command: AnyCommand, request: FastifyRequest): Omit<CommandFormProps, 'offer'> {
  const query = textsOf(request.query);
  const values = Object.fromEntries(
    Object.entries(command.input.shape)
      .filter(([name, field]) => query[name] !== undefined && askOf(field, name).kind !== 'secret')
      .map(([name]) => [name, query[name]]),
  );
  const back = safePath(query['_back']);
  return { values, ...(back === undefined ? {} : { back }) };
}

/** The form with what belongs above it. @throws Refused where `perform` would refuse. */
async function showForm(
  frame: Frame,
  request: FastifyRequest,
  reply: FastifyReply,
  { command, id }: Asked,
  props: Omit<CommandFormProps, 'offer'>,
  offeredAnew?: Offer,
) {
  const context = contextFor(frame, request.standing, { params: textsOf(request.params) });
  const drawn = aboveForm(frame, context, { command, id }, props.typed?.values ?? props.values ?? {});
  // What refuses the form is the answer, whatever became of the part above it.
  drawn.catch(() => undefined);
  const offered = offeredAnew ?? (await context.offer(command, id));
  const wrong = (props.typed?.errors.length ?? 0) > 0;
  return show(frame, request, reply, {
    title: command.label,
    status: wrong ? 400 : 200,
    wrong,
    crumbs: offered.row ? [{ text: 'Back', href: props.back ?? command.lifecycle.home(offered.row.id) }] : [],
    body: (
      <CommandPage offer={offered} form={props}>
        {await drawn}
      </CommandPage>
    ),
  });
}

/** What a room shows above the form of a command on one of its rows, or of one that makes a row. */
async function aboveForm(
  frame: Frame,
  context: PageContext,
  { command: { lifecycle, creates }, id }: Asked,
  values: Typed['values'],
) {
  if (creates) {
    const making = frame.options.pages.map((room) => room.makings?.[lifecycle.name]).find((one) => one);
    return making ? making(context, values) : null;
  }
  const above = frame.options.pages.map((room) => room.contexts?.[lifecycle.name]).find((one) => one);
  return above && id !== undefined ? above(context, await context.row(lifecycle, id)) : null;
}

async function act(
  frame: Frame,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Asked,
  actor: Actor,
  sent: Sent,
) {
  const { house } = frame;
  const { command, id } = asked;
  const { body } = sent;
  const { zone } = house.policies.inForce(house.clock.now());
  try {
    const input = fromText(command.input, body, zone);
    const [key, version] = [ownField(body, '_key'), versionOf(body)];
    const done = await perform(house, command, { actor, id, input, key, version, door: 'web' });
    setFlash(reply, command, done.citation.rule, id);
    const back = safePath(ownField(body, '_back')) ?? command.lifecycle.home(done.id);
    return await reply.redirect(back, 303);
  } catch (error) {
    if (error instanceof InputRefused) return showAgain(frame, request, reply, asked, actor, sent, error);
    if (error instanceof Refused && sentAnew.has(error.code)) {
      return showChanged(frame, request, reply, asked, actor, sent, error);
    }
    return answerError(frame, request, reply, error, sent);
  }
}

/** What goes back into the form: everything typed, the same key, and the way back. */
function typedAgain(body: TextBody, errors: InputRefused['errors']): Omit<CommandFormProps, 'offer'> {
  const [key, back] = [ownField(body, '_key'), safePath(ownField(body, '_back'))];
  return {
    typed: { errors, values: body },
    ...(key === undefined ? {} : { idempotencyKey: key }),
    ...(back === undefined ? {} : { back }),
  };
}

async function showAgain(
  frame: Frame,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Asked,
  actor: Actor,
  sent: Sent,
  error: InputRefused,
) {
  try {
    const offered = await offer(frame.house, asked.command, { actor, id: asked.id });
    return await showForm(frame, request, reply, asked, typedAgain(sent.body, error.errors), offered);
  } catch (refused) {
    // Meanwhile it may no longer be theirs to do: then that is the answer.
    return answerError(frame, request, reply, refused, sent);
  }
}

/** Answers after which the same form may be sent anew: somebody was quicker, or the browser's own way back led to a form already sent. */
const sentAnew = new Set(['kernel.changed-since', 'kernel.key-used']);

/** What stands there now is looked at first; the form is there again with the version of now and a new key. */
async function showChanged(
  frame: Frame,
  request: FastifyRequest,
  reply: FastifyReply,
  { command, id }: Asked,
  actor: Actor,
  sent: Sent,
  refused: Refused,
) {
  try {
    const offered = await offer(frame.house, command, { actor, id });
    const { idempotencyKey: _, ...form } = typedAgain(sent.body, []);
    const body = (
      <Refusal refused={refused}>
        {offered.row ? (
          <p>
            <a href={command.lifecycle.home(offered.row.id)} target="_blank" rel="noopener">
              See how it stands now (on a new page)
            </a>
          </p>
        ) : null}
        <CommandForm offer={offered} {...form} />
      </Refusal>
    );
    return await show(frame, request, reply, { title: refused.message, status: refused.status, body });
  } catch (error) {
    return answerError(frame, request, reply, error, sent);
  }
}
