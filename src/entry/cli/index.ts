import { CommanderError } from 'commander';
import { complain, exits, Usage, type Exit } from './complaint.ts';
import type { CliIo } from './ports.ts';
import { program } from './program.ts';

export type * from './ports.ts';

/**
 * The command-line door.
 * @param argv the words after `signpost`.
 * @returns 0 done, 1 something was refused or a line was bad, 2 not written as it takes it, 3 the database is away.
 */
export async function cli(argv: readonly string[], io: CliIo): Promise<number> {
  let exit: Exit = exits.ok;
  try {
    await program(io, (told) => {
      exit = told;
    }).parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exits.ok;
    return complain(
      io.stderr,
      error instanceof CommanderError ? usageOf(error) : error,
      argv.includes('--json'),
    );
  }
}

function usageOf(error: CommanderError): Usage {
  if (error.code === 'commander.help') return new Usage('Say what to do: see the list above.');
  const sentence = error.message.replace(/^error: /, '').replaceAll(/\s+/g, ' ');
  return new Usage(
    `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}. Add --help to see how it is written.`,
  );
}
