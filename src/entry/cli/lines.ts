import type { Input, Output } from './ports.ts';

/**
 * Standard input, or a file, by lines. Only line feeds end a line: readline also breaks at U+2028, which JSON
 * text may hold. `beforeWaiting` runs whenever all that has arrived is read, so that whoever asks line by line
 * gets each answer before the next question.
 */
export async function* linesOf(
  input: Input,
  beforeWaiting: () => void = () => undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
    beforeWaiting();
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

export async function allOf(input: Input): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of input)
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** Lines in pieces of about 64 kB: as many writes as are worth their while, and memory stays flat. */
export async function* piecesOf(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** Writes lines, and waits until each piece has left. */
export async function writeLines(output: Output, lines: AsyncIterable<string>): Promise<void> {
  for await (const piece of piecesOf(lines)) await written(output, piece);
}

const written = (output: Output, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    output.write(text, (error) => (error ? reject(error) : resolve()));
  });
