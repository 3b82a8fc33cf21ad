import { room } from '#kernel/room.ts';
import { asOf } from './queries/as-of.ts';
import { decided, inForce, read, versions } from './queries/document.ts';
import { covered, findings } from './queries/evidence.ts';
import { oneClause } from './queries/one-clause.ts';
import { search } from './queries/search.ts';

export const assurance = room({
  name: 'assurance',
  title: 'Policy and its evidence',
  questions: [inForce, read, versions, oneClause, asOf, search, findings, covered, decided],
});
