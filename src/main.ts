import { cli, type CliIo } from './entry/cli/index.ts';
import { environment, readConfig } from './config.ts';

const config = readConfig(environment, false);

/** Wires the house. Each part is loaded when it is called for, so that small commands start at once. */
const io: CliIo = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  token: config.token,
  run: {
    serve: async (options) => (await import('./main/serve.ts')).serve(options),
    worker: async (place) => (await import('./main/serve.ts')).workOnly(place),
    policies: async () => (await import('./main/policies.ts')).loadedPolicies(config.policy),
    declared: async (place) => (await import('./main/guest.ts')).declared(place),
    open: async (place) => (await import('./main/guest.ts')).openGuest(place),
    verifyAudit: async (lines, expected) =>
      (await import('./store/audit-file.ts')).verifyLines(lines, expected),
    secondReader: async () => {
      if (!config.secondReader) return undefined;
      const { openSecondReader } = await import('./networks/second-reader.ts');
      return openSecondReader({ ...config.secondReader, allowed: config.allowedOrigins });
    },
    restore: async (file, place) => (await import('./main/guest.ts')).restoreInto(file, place),
  },
};

// A reader that stops early, such as `| head`, is no fault of ours.
process.stdout.on('error', () => undefined);
process.exitCode = await cli(process.argv.slice(2), io);
