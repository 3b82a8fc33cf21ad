import { perform } from '#kernel/perform.ts';
import { systemActor } from '#kernel/rights.ts';
import { receive } from '#features/inbox/index.ts';
import { cpuOf, postgresOf } from './used.ts';

/** What it costs to take in a message, as the collector does, in this process and in PostgreSQL. CPU ms each. */
export async function receiveMany(
  folder: string,
  account: string,
  seconds: number,
): Promise<{ node: number; postgres: number; perSecond: number; p99: number }> {
  process.env['SIGNPOST_FOLDER'] = folder;
  const { openGuest } = await import('../src/main/guest.ts');
  const opened = await openGuest({ practice: true });
  const postgres = postgresOf(folder);
  const took: number[] = [];
  let n = 0;
  const one = async (): Promise<void> => {
    const remote = `bench-received-${n++}`;
    const began = performance.now();
    await perform(opened.house, receive, {
      actor: systemActor('collector'),
      input: {
        network: 'practice',
        account,
        accountName: 'The board',
        remote,
        kind: 'comment',
        authorId: remote,
        authorHandle: '@invented',
        authorName: 'Invented Person',
        text: 'When is the walk-in clinic open on Saturday?',
        pictures: [],
        visibility: 'public',
        at: opened.house.clock.now().toString(),
      },
      door: 'worker',
    });
    took.push(performance.now() - began);
  };
  const manyFor = async (milliseconds: number): Promise<void> => {
    const end = performance.now() + milliseconds;
    const line = async (): Promise<void> => {
      while (performance.now() < end) await one();
    };
    await Promise.all(Array.from({ length: 10 }, line));
  };
  await manyFor(1000);
  took.length = 0;
  const before = [cpuOf(process.pid), postgres.cpu()] as const;
  const began = performance.now();
  await manyFor(seconds * 1000);
  const lasted = (performance.now() - began) / 1000;
  const result = {
    node: (cpuOf(process.pid) - before[0]) / took.length,
    postgres: (postgres.cpu() - before[1]) / took.length,
    perSecond: took.length / lasted,
    p99: took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? 0,
  };
  await opened.close();
  return result;
}
