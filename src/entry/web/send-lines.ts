import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { FileAnswer } from '#screens/index.ts';

/**
 * Sends a file as its lines come. The first line is waited for, so that whatever is wrong from the start is answered
 * with a page; what goes wrong later breaks the answer off, and no browser takes a broken one for whole.
 */
export async function sendLines(reply: FastifyReply, file: FileAnswer): Promise<FastifyReply> {
  const lines = file.lines[Symbol.asyncIterator]();
  const first = await lines.next();
  async function* all(): AsyncGenerator<string> {
    try {
      for (let next = first; next.done !== true; next = await lines.next()) yield next.value;
    } finally {
      await lines.return?.();
    }
  }
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${file.name.replaceAll(/[^\w.-]/g, '-')}"`)
    .type(file.type)
    .send(Readable.from(all()));
}
