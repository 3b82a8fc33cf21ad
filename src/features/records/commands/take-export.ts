import { sql } from 'kysely';
import { command } from '#kernel/command.ts';
import { form } from '#kernel/form.ts';
import { need } from '#kernel/need.ts';
import { trailExport } from '../lifecycle.ts';
import { personIn } from './person-in.ts';

/** The last entry of the trail and its hash. */
const head = need(async (read) => {
  const { rows } = await sql<{
    sequence: number;
    hash: string;
  }>`select sequence::float8 as sequence, hash from audit_head`.execute(read.tables());
  const [row] = rows;
  if (!row) throw new Error('The trail has no head');
  return row;
});

export const takeExport = command(trailExport, 'take', {
  label: 'Take a copy of the whole trail',
  about: 'Prepares the whole audit trail to be downloaded, and records who took it and up to which entry.',
  needs: { head },
  input: form({}),
  decide: ({ needs, standing }) => ({
    create: {
      taken_by: personIn(standing),
      up_to: needs.head.sequence,
      hash: needs.head.hash,
    },
    facts: { upTo: needs.head.sequence, hash: needs.head.hash },
  }),
});
