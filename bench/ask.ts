import { Agent, request } from 'node:http';

/** One request of a measure. */
export interface Asked {
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answers {
  readonly good: number;
  /** Answers that were not meant, by status. */
  readonly bad: ReadonlyMap<number, number>;
  /** Milliseconds each, sorted. */
  readonly took: readonly number[];
}

/** Asks `next()` again and again over ten connections, until time is up or it has no more. */
export async function askAgain(
  address: string,
  next: (n: number) => Asked | undefined,
  options: {
    seconds: number;
    connections?: number;
    headers: Readonly<Record<string, string>>;
    /** The answer that is meant; any of 2xx and 3xx unless told. */
    status?: number | undefined;
  },
): Promise<Answers> {
  const connections = options.connections ?? 10;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const end = performance.now() + options.seconds * 1000;
  const took: number[] = [];
  const bad = new Map<number, number>();
  let [n, good] = [0, 0];
  const line = async (): Promise<void> => {
    while (performance.now() < end) {
      const asked = next(n++);
      if (!asked) return;
      const began = performance.now();
      const status = await once(agent, address, asked, options.headers);
      took.push(performance.now() - began);
      if (options.status === undefined ? status >= 200 && status < 400 : status === options.status) good += 1;
      else bad.set(status, (bad.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: connections }, line));
  agent.destroy();
  return { good, bad, took: took.toSorted((a, b) => a - b) };
}

const once = (
  agent: Agent,
  address: string,
  { path, method = 'GET', headers, body }: Asked,
  always: Readonly<Record<string, string>>,
): Promise<number> =>
  new Promise((done, fail) => {
    const sent = request(address + path, { agent, method, headers: { ...always, ...headers } }, (answer) => {
      answer.resume();
      answer.on('end', () => done(answer.statusCode ?? 0));
    });
    sent.on('error', fail);
    sent.end(body);
  });
