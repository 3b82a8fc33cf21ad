import type { Tables } from './fill.ts';

/** CPU milliseconds, of driver and PostgreSQL together, for the same work with nothing of ours around it. */
export interface BareWork {
  /** 50 waiting enquiries and the bounded counts of the seven views. */
  list(): Promise<number>;
  /** One enquiry with its conversation, replies, notes and history. */
  detail(id: string): Promise<number>;
  /** Begin, lock a row, write a line, write a line of history, commit. */
  write(ids: readonly string[]): Promise<number>;
}

export function bareWork(tables: Tables, postgresCpu: () => number): BareWork {
  const measured = async (
    name: string,
    times: number,
    work: (n: number) => Promise<void>,
  ): Promise<number> => {
    for (let n = 0; n < 20; n += 1) await work(n);
    const [before, own] = [postgresCpu(), process.cpuUsage()];
    for (let n = 0; n < times; n += 1) await work(n);
    const used = process.cpuUsage(own);
    const each = ((used.user + used.system) / 1000 + postgresCpu() - before) / times;
    console.log(
      `${`bare PostgreSQL: ${name}`.padEnd(44)} ${each.toFixed(2)} ms CPU each (driver and PostgreSQL)`,
    );
    return each;
  };
  const prepared = (name: string, text: string, values: unknown[]) =>
    tables.query({ name: `bench ${name}`, text, values });
  const counted = [
    "state = 'waiting'",
    'claimed_by = gen_random_uuid()',
    "state in ('waiting', 'being-answered')",
    "state = 'waiting' and aim_at < now()",
    'trouble is not null',
    "state in ('with-department', 'waiting-on-them')",
    "first_reply_at > now() - interval '1 day'",
  ].map((where) => `(select count(*) from (select 1 from enquiries where ${where} limit 1000) counted)`);

  return {
    list: () =>
      measured('list and counts', 300, async () => {
        await Promise.all([
          prepared(
            'list',
            "select * from enquiries where state = 'waiting' order by risk, aim_at, id limit 51",
            [],
          ),
          prepared('counts', `select ${counted.join(', ')}`, []),
        ]);
      }),
    detail: (id) =>
      measured('detail', 500, async () => {
        const { rows } = await prepared('row', 'select * from enquiries where id = $1', [id]);
        const conversation = (rows as { conversation: string }[])[0]?.conversation;
        await Promise.all([
          prepared('around', 'select * from enquiries where conversation = $1 limit 50', [conversation]),
          prepared('replies', 'select * from replies where enquiry = $1 limit 100', [id]),
          prepared('notes', 'select * from enquiry_notes where enquiry = $1 limit 50', [id]),
          prepared(
            'history',
            "select * from audit_entries where kind = 'enquiry' and row_id = $1 order by sequence desc limit 50",
            [id],
          ),
        ]);
      }),
    async write(ids) {
      await tables.query(
        'create table if not exists bench_lines (id uuid primary key, enquiry uuid not null, words text not null)',
      );
      const line = 'insert into bench_lines values (gen_random_uuid(), $1, $2)';
      return measured('lock, two lines, commit', 500, async (n) => {
        const client = await tables.connect();
        const id = ids[n % ids.length];
        await client.query('begin');
        await client.query({
          name: 'bench lock',
          text: 'select * from enquiries where id = $1 for update',
          values: [id],
        });
        await client.query({ name: 'bench line', text: line, values: [id, 'A note of the bench'] });
        await client.query({ name: 'bench line', text: line, values: [id, 'x'.repeat(600)] });
        await client.query('commit');
        client.release();
      });
    },
  };
}
