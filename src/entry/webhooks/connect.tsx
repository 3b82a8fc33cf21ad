import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import { connectRelay, endOldSecret, renewSecret } from '#features/register/index.ts';
import type { AnyCommand } from '#kernel/command.ts';
import type { House } from '#kernel/house.ts';
import { offer, type Offer } from '#kernel/offer.ts';
import { perform } from '#kernel/perform.ts';
import { InputRefused } from '#kernel/refusal.ts';
import type { Actor } from '#kernel/rights.ts';
import { secretFrom } from '#networks/relay/index.ts';
import { Cite, commandPath, ErrorSummary, LineField, PageHeading } from '#screens/index.ts';
import { shellLines } from './examples.ts';

type Show = (
  request: FastifyRequest,
  reply: FastifyReply,
  page: { title: string; body: ReactNode; status?: number; wrong?: boolean },
) => Promise<FastifyReply>;

interface Door {
  readonly house: House;
  /** The address that people type. */
  readonly origin: string;
  readonly show: Show;
}

const title = 'Connect another system';
const path = '/accounts/:id/webhook';

/** Connects an account through another system: makes its secret, and shows it once with the address. */
export function connectPages(house: House, origin: string): FastifyPluginAsync<{ readonly show: Show }> {
  return async (app: FastifyInstance, { show }) => {
    const door: Door = { house, origin, show };
    app.get(path, async (request, reply) => {
      const actor = request.standing?.actor;
      if (!actor) return reply.redirect(`/sign-in?back=${encodeURIComponent(request.url)}`, 303);
      const offered = await offer(house, connectRelay, { actor, id: idOf(request) });
      return show(request, reply, { title, body: <Ask offered={offered} /> });
    });
    app.post(path, async (request, reply) => {
      const actor = request.standing?.actor;
      if (!actor) return reply.redirect(`/sign-in?back=${encodeURIComponent(request.url)}`, 303);
      return connect(door, request, reply, actor);
    });
  };
}

const idOf = ({ params }: FastifyRequest): string => String(Reflect.get(Object(params), 'id'));
const textOf = ({ body }: FastifyRequest, name: string): string | undefined => {
  const value: unknown = Reflect.get(Object(body), name);
  return typeof value === 'string' ? value : undefined;
};

async function connect(
  { house, origin, show }: Door,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
): Promise<FastifyReply> {
  const id = idOf(request);
  const offered = await offer(house, connectRelay, { actor, id });
  const key = secretFrom(randomBytes(32));
  const renewing = textOf(request, 'renew') !== undefined;
  const address = textOf(request, 'address');
  try {
    if (!renewing) mustBeAddress(address);
    const [command, input]: [AnyCommand, object] = renewing
      ? [renewSecret, { key }]
      : [connectRelay, { address, key }];
    await perform(house, command, { actor, id, input, version: offered.version, door: 'web' });
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error;
    const body = <Ask offered={offered} typed={address ?? ''} error={error.errors[0]?.message ?? ''} />;
    return show(request, reply, { title, body, status: 400, wrong: true });
  }
  const body = <Made id={id} secret={key} address={`${origin}/webhooks/relay/${id}`} renewed={renewing} />;
  return show(request, reply, { title: 'The secret', body });
}

/** Empty is an answer: a person gives our replies. @throws InputRefused */
function mustBeAddress(address: string | undefined): asserts address is string {
  if (address === undefined) throw wrong('Give an address, or leave it empty');
  if (address.trim() === '') return;
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : undefined;
  if (!url || !['https:', 'http:'].includes(url.protocol) || url.username !== '' || url.hash !== '')
    throw wrong('Give a web address, such as https://desk.example.org/signpost');
}

const wrong = (message: string) => new InputRefused([{ field: 'address', message }]);

interface AskProps {
  readonly offered: Offer;
  readonly typed?: string;
  readonly error?: string;
}

const Ask = ({ offered: { row, fields, citation }, typed, error }: AskProps) => {
  const field = fields.find((one) => one.name === 'address');
  const connected = row?.['connector'] === 'relay' && row.state !== 'entered';
  return (
    <>
      {error === undefined ? null : <ErrorSummary errors={[{ message: error, href: '#address' }]} />}
      <PageHeading>{title}</PageHeading>
      <p>
        Any other system, such as a help desk, may hand in what people write to this account, by signed
        webhook. <a href="https://github.com/standard-webhooks/standard-webhooks">Standard Webhooks</a> is the
        convention; whoever looks after the other system will know it.
      </p>
      <p>
        The secret is shown once, on the next page. Have a safe place for it at hand.{' '}
        <Cite citation={citation} />
      </p>
      {connected ? <Connected row={row} /> : null}
      <form action={`/accounts/${row?.id ?? ''}/webhook`} method="post" className="sp-form">
        <LineField
          id="address"
          name="address"
          label={`${field?.label ?? ''} (optional)`}
          value={typed ?? addressOf(row)}
          {...(field?.hint === undefined ? {} : { hint: field.hint })}
          {...(error === undefined ? {} : { error })}
        />
        <button className={`nhsuk-button${connected ? ' nhsuk-button--secondary' : ''}`} type="submit">
          {connected ? 'Connect anew: the secrets so far end' : 'Make the secret and connect'}
        </button>
      </form>
      <p>
        <a href={`/accounts/${row?.id ?? ''}`}>Back to the account</a>
      </p>
    </>
  );
};

const addressOf = (row: Offer['row']): string => {
  const address = row?.['connector'] === 'relay' ? row['address'] : '';
  return typeof address === 'string' ? address : '';
};

const Connected = ({ row }: { readonly row: NonNullable<Offer['row']> }) => (
  <>
    <h2 className="nhsuk-heading-m">Change the secret</h2>
    <p>The secret of now counts as well until you end it, so that nothing is lost meanwhile.</p>
    <form action={`/accounts/${row.id}/webhook`} method="post" className="sp-form">
      <input type="hidden" name="renew" value="yes" />
      <button className="nhsuk-button" type="submit">
        Make a new secret
      </button>
    </form>
    {row['sealed_keys_before'] === null ? null : (
      <p>
        Two secrets count now. <a href={commandPath(endOldSecret.name, row.id)}>End the old one</a> once the
        other system signs with the new one.
      </p>
    )}
    <h2 className="nhsuk-heading-m">Change where our replies go</h2>
  </>
);

interface MadeProps {
  readonly id: string;
  readonly secret: string;
  readonly address: string;
  readonly renewed: boolean;
}

const Made = ({ id, secret, address, renewed }: MadeProps) => (
  <>
    <PageHeading>{renewed ? 'The new secret' : 'Connected: address and secret'}</PageHeading>
    <p>
      Give both to whoever looks after the other system, in a way that nobody else can read. The secret is not
      shown again.
    </p>
    <p>
      Address: <code className="sp-code">{address}</code>
    </p>
    <p>
      Secret: <code className="sp-code">{secret}</code>
    </p>
    {renewed ? <p>The secret before counts as well until you end it, on the page before this one.</p> : null}
    <h2 className="nhsuk-heading-m">Try it</h2>
    <p>In a shell with curl and openssl. The answer is 200, and “A first test” is in the inbox.</p>
    <pre className="sp-code sp-code--lines">{shellLines(address, secret)}</pre>
    <p>
      <a href={`/accounts/${id}`}>Back to the account</a>
    </p>
  </>
);
