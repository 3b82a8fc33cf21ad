import { createHmac } from 'node:crypto';
import type { Asked } from './ask.ts';
import type { Tables } from './fill.ts';

/** An account that takes deliveries by webhook. @returns its address and secret. */
export async function relayAccount(
  folder: string,
): Promise<{ readonly path: string; readonly secret: string }> {
  process.env['SIGNPOST_FOLDER'] = folder;
  const { openGuest } = await import('../src/main/guest.ts');
  const { perform } = await import('#kernel/perform.ts');
  const { connectRelay, enterAccount } = await import('#features/register/index.ts');
  const opened = await openGuest({ practice: true });
  const secret = `whsec_${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64')}`;
  const actor = await opened.actorNamed('joan.whitfield@practice.example');
  if (!actor) throw new Error('Nobody here may connect an account');
  const input = {
    network: 'linkedin',
    kind: 'corporate',
    name: 'Help desk of the bench',
    handle: 'bench.desk',
    purpose: 'To measure',
    audience: 'Nobody',
    secondFactor: 'on',
  };
  const { id: account } = await perform(opened.house, enterAccount, { actor, input, door: 'cli' });
  await perform(opened.house, connectRelay, { actor, id: account, input: { key: secret }, door: 'cli' });
  await opened.close();
  return { path: `/webhooks/relay/${account}`, secret };
}

/** The headers with which another system signs a body under an id of its own. */
export function signedAs(secret: string, id: string, body: string): Record<string, string> {
  const now = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${now}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': now,
    'webhook-signature': `v1,${signature}`,
  };
}

/** One delivery more, as another system signs it. */
export function delivery(
  { path, secret }: { readonly path: string; readonly secret: string },
  n: number,
): Asked {
  const data = {
    id: `bench-told-${n}`,
    kind: 'comment',
    text: 'When is the walk-in clinic open on Saturday?',
    author: { id: `author ${n}`, handle: 'invented', name: 'Invented Person' },
    at: new Date().toISOString(),
  };
  const body = JSON.stringify({ type: 'message.created', data });
  return { path, method: 'POST', headers: signedAs(secret, `bench-delivery-${n}`, body), body };
}

/** CPU milliseconds, of driver and PostgreSQL together, to keep the same bytes once with nothing of ours around it. */
export async function bareKeep(tables: Tables, postgresCpu: () => number, times = 500): Promise<number> {
  await tables.query('create table if not exists bench_kept (name text primary key, body text not null)');
  const keep = (n: number) =>
    tables.query({
      name: 'bench keep',
      text: 'insert into bench_kept values ($1, $2) on conflict do nothing returning name',
      values: [`${n}`, 'x'.repeat(400)],
    });
  const [before, own] = [postgresCpu(), process.cpuUsage()];
  for (let n = 0; n < times; n += 1) await keep(n);
  const used = process.cpuUsage(own);
  const each = ((used.user + used.system) / 1000 + postgresCpu() - before) / times;
  console.log(
    `${'bare PostgreSQL: one row, once'.padEnd(44)} ${each.toFixed(2)} ms CPU each (driver and PostgreSQL)`,
  );
  return each;
}
