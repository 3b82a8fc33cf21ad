import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fromText } from '#kernel/form-text.ts';
import { offer } from '#kernel/offer.ts';
import { perform } from '#kernel/perform.ts';
import { InputRefused } from '#kernel/refusal.ts';
import { systemActor } from '#kernel/rights.ts';
import { CommandForm, PageHeading, type PublicForm, type Typed } from '#screens/index.ts';
import { bodyOf, ownField } from './command-body.ts';
import { contextFor } from './context.ts';
import { show, type Frame } from './show.tsx';
import { turnstile, type Turnstile } from './turnstile.ts';

/** Programs fill in whatever they find. People do not see this one, or are told to leave it. */
const TRAP = '_website';

/** Forms that anybody may send without signing in: no search engine is led there, and nothing of others is shown. */
export function publicForms(app: FastifyInstance, frame: Frame): void {
  for (const form of frame.options.pages.flatMap((room) => room.publicForms ?? [])) {
    const gate = turnstile();
    app.get(form.path, async (request, reply) => showForm(frame, form, request, reply));
    app.post(form.path, async (request, reply) => take(frame, form, gate, request, reply));
  }
}

const unlisted = (reply: FastifyReply): FastifyReply =>
  reply.header('x-robots-tag', 'noindex, nofollow, noarchive');

async function showForm(
  frame: Frame,
  form: PublicForm,
  request: FastifyRequest,
  reply: FastifyReply,
  again?: { readonly typed: Typed; readonly key: string | undefined },
): Promise<FastifyReply> {
  const offered = await offer(frame.house, form.command, { actor: systemActor(form.actor) });
  const context = contextFor(frame, request.standing);
  return show(frame, request, unlisted(reply), {
    title: form.title,
    status: again ? 400 : 200,
    wrong: again !== undefined,
    body: (
      <>
        {form.above(context)}
        <CommandForm
          offer={offered}
          action={form.path}
          {...(again ? { typed: again.typed } : {})}
          {...(again?.key === undefined ? {} : { idempotencyKey: again.key })}
        >
          <div className="nhsuk-u-visually-hidden" aria-hidden="true">
            <label htmlFor="website">Leave this empty</label>
            <input id="website" name={TRAP} type="text" tabIndex={-1} autoComplete="off" />
          </div>
        </CommandForm>
      </>
    ),
  });
}

async function take(
  frame: Frame,
  form: PublicForm,
  gate: Turnstile,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { house, options } = frame;
  const body = bodyOf(request);
  const key = ownField(body, '_key');
  const context = contextFor(frame, request.standing);
  const thank = (onCall: string | undefined) =>
    show(frame, request, unlisted(reply), { title: form.title, body: form.sent(context, onCall) });
  // Whoever filled in what nobody sees is thanked, and learns neither that it was seen nor whom to ring.
  if (![undefined, ''].includes(trapOf(body[TRAP]))) return thank(undefined);
  try {
    const input = fromText(form.command.input, body, context.policy.zone);
    const read = form.command.input.safeParse(input);
    // What cannot be read is not counted: somebody in a hurry may need a second try.
    if (read.success && !gate.passes(request.ip, form.perHour(context), performance.now()))
      return await tooOften(frame, form, request, reply);
    await perform(house, form.command, { actor: systemActor(form.actor), input, key, door: 'web' });
    return await thank(options.organisation.onCall);
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error;
    return showForm(frame, form, request, reply, { typed: { errors: error.errors, values: body }, key });
  }
}

const trapOf = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.join('');

/** The number all the same: what is urgent must reach somebody. */
const tooOften = (frame: Frame, form: PublicForm, request: FastifyRequest, reply: FastifyReply) => {
  const { onCall } = frame.options.organisation;
  return show(frame, request, unlisted(reply).header('retry-after', '3600'), {
    title: form.title,
    status: 429,
    body: (
      <>
        <PageHeading>That is more than we take from one place in an hour</PageHeading>
        <p>What you sent before is with us. This one is not.</p>
        <p>If somebody is in danger now, call 999.</p>
        {onCall === undefined ? null : (
          <p>
            If it cannot wait, ring <a href={`tel:${onCall.replaceAll(/[^+\d]/g, '')}`}>{onCall}</a>.
          </p>
        )}
      </>
    ),
  });
};
