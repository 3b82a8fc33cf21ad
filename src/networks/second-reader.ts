/** The way to a second reader of what the public sends: a machine of the organisation's own, asked for two seconds. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isOwnAddress } from './addresses.ts';
import { openOutbound, OutboundFault, type Address } from './outbound.ts';

export interface ReaderSettings {
  /** The endpoint's base, such as `http://127.0.0.1:11434`: `/v1/chat/completions` is asked. */
  readonly url: string;
  readonly model: string;
  readonly key?: string | undefined;
  /** Origins outside the organisation's own net that an administrator allows; only with TLS. */
  readonly allowed?: readonly string[];
  readonly resolve?: (host: string) => Promise<readonly Address[]>;
}

type Answer = { readonly body: string } | { readonly failed: 'no-answer' | 'late' };

export interface OpenReader {
  readonly model: string;
  ask(question: string): Promise<Answer>;
}

const timeAllowed = Temporal.Duration.from({ seconds: 2 });
const mostBytes = 64_000;

/** After so many silences in a row the reader is taken to be away, and the next ones are not kept waiting for it. */
const patience = { silences: 3, spared: 20 };

/** @throws where the address is no address, or one outside that nobody allowed: said at the start, not at night. */
export function openSecondReader(settings: ReaderSettings): OpenReader {
  const endpoint = endpointOf(settings.url);
  const mayLeave = endpoint.protocol === 'https:' && (settings.allowed ?? []).includes(endpoint.origin);
  const mayConnect = (addresses: readonly Address[]): boolean =>
    mayLeave || addresses.every(({ address }) => isOwnAddress(address));
  const host = endpoint.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !mayConnect([{ address: host, family: isIP(host) }])) throw notOurs(endpoint);
  const resolve = settings.resolve ?? ((name: string) => lookup(name, { all: true }));
  const reach = openOutbound({
    allowed: [endpoint.origin],
    deadline: timeAllowed,
    most: mostBytes,
    resolve: async (name) => {
      const found = await resolve(name);
      if (!mayConnect(found)) throw new OutboundFault('blocked', notOurs(endpoint).message, false);
      return found;
    },
  });
  const headers = {
    'content-type': 'application/json',
    ...(settings.key !== undefined && { authorization: `Bearer ${settings.key}` }),
  };
  return {
    model: settings.model,
    ask: sparing(async (question) => {
      try {
        const answer = await reach(endpoint, { method: 'POST', headers, body: question });
        return answer.status === 200 ? { body: await answer.text() } : { failed: 'no-answer' };
      } catch (error) {
        return { failed: error instanceof OutboundFault && error.kind === 'late' ? 'late' : 'no-answer' };
      }
    }),
  };
}

/** A thousand messages must not wait two seconds each for a reader that is down. */
function sparing(ask: OpenReader['ask']): OpenReader['ask'] {
  let silences = 0;
  let spared = 0;
  return async (question) => {
    if (silences >= patience.silences && spared < patience.spared) {
      spared += 1;
      return { failed: 'no-answer' };
    }
    spared = 0;
    const answer = await ask(question);
    silences = 'failed' in answer && answer.failed === 'late' ? silences + 1 : 0;
    return answer;
  };
}

function endpointOf(url: string): URL {
  const base = URL.canParse(url) ? new URL(url) : undefined;
  if (!base || !/^https?:$/.test(base.protocol) || base.username || base.password || base.search || base.hash)
    throw new Error(
      'SIGNPOST_SECOND_READER must be a plain web address, such as http://127.0.0.1:11434, without a password.',
    );
  return new URL(`${base.pathname.replace(/\/(v1\/?)?$/, '')}/v1/chat/completions`, base);
}

const notOurs = (endpoint: URL): Error =>
  new Error(
    `SIGNPOST_SECOND_READER: ${endpoint.host} is not on this machine or in a private net. What the public writes stays in the organisation. If it is a host of yours, name its origin (https) in SIGNPOST_ALLOWED_ORIGINS.`,
  );
