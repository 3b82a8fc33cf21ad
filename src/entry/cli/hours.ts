import { exits, type Exit } from './complaint.ts';
import { linesOf } from './lines.ts';
import type { CliIo } from './ports.ts';

/** `signpost hours --jsonl`: a question a line, an answer a line, in the same order. Needs no database. */
export async function hours(io: CliIo): Promise<Exit> {
  const { hoursJsonl } = await import('#calendar/line.ts');
  let waiting: string[] = [];
  const flush = (): void => {
    if (waiting.length > 0) io.stdout.write(waiting.join(''));
    waiting = [];
  };
  const good = await hoursJsonl(linesOf(io.stdin, flush), (line) => {
    waiting.push(`${line}\n`);
    if (waiting.length >= 500) flush();
  });
  flush();
  return good ? exits.ok : exits.refused;
}
