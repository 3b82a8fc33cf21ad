import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Everything that the environment may decide. The only file that reads it. */
export interface Config {
  /** Folder of the embedded database, keys and files. */
  readonly folder: string;
  /** A PostgreSQL server instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  /** The address that people type, for cookies and links; derived from host and port unless told. */
  readonly origin: string;
  /** Key for network tokens, base64 of 32 bytes; otherwise a file in the folder. */
  readonly secretKey: string | undefined;
  /** Which policy decides here: the name of a folder under `policies/`. */
  readonly policy: string;
  readonly organisation: {
    readonly name: string;
    readonly colour: string | undefined;
    /** The number of whoever is on call, for people who flag something urgent. */
    readonly onCall: string | undefined;
  };
  /** A person's session token, for `signpost do` and `signpost ask`. */
  readonly token: string | undefined;
  readonly logLevel: string;
  /** Origins on this machine or in the organisation's own net that may be called: `http://127.0.0.1:2583`. */
  readonly allowedOrigins: readonly string[];
  /** Requests a second that one person may make (one address, where nobody is signed in), with bursts of three times that. */
  readonly requestsPerSecond: number;
  /** Deliveries a second that one address may hand in by webhook, with bursts of three times that. */
  readonly deliveriesPerSecond: number;
  /** A proxy of ours stands before this: the address that it says it saw is the visitor's. */
  readonly behindProxy: boolean;
  /** How often connected accounts are read. */
  readonly collectEverySeconds: number;
  /** A second reader of what the public sends, on a machine of the organisation's own. None unless it is set. */
  readonly secondReader:
    | { readonly url: string; readonly model: string; readonly key: string | undefined }
    | undefined;
  /** How people are woken. A channel that is not set is left out, and the next one is taken. */
  readonly pagers: {
    readonly notify:
      | {
          readonly key: string;
          readonly address: string | undefined;
          readonly textTemplate: string | undefined;
          readonly emailTemplate: string | undefined;
        }
      | undefined;
    readonly teams: string | undefined;
  };
  /** The organisation's mail server: for whoever is woken, and for letters to people without an account. */
  readonly mail: { readonly address: string; readonly from: string } | undefined;
  readonly oidc:
    | { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }
    | undefined;
}

/** @param environment the process's environment. @param practice practice mode keeps a folder of its own. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  practice: boolean,
): Config {
  const port = portFrom(environment['SIGNPOST_PORT']);
  const host = environment['SIGNPOST_HOST'] ?? '127.0.0.1';
  return {
    folder: environment['SIGNPOST_FOLDER'] ?? defaultFolder(practice),
    databaseUrl: environment['DATABASE_URL'],
    host,
    port,
    origin: environment['SIGNPOST_ORIGIN'] ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    secretKey: environment['SIGNPOST_SECRET_KEY'],
    policy: environment['SIGNPOST_POLICY']?.trim() || 'icb002',
    organisation: {
      name:
        environment['SIGNPOST_ORGANISATION'] ?? (practice ? 'NHS Larkshire (practice)' : 'Your organisation'),
      colour: environment['SIGNPOST_COLOUR'],
      onCall: environment['SIGNPOST_ON_CALL_NUMBER']?.trim() || (practice ? '07700 900145' : undefined),
    },
    token: environment['SIGNPOST_TOKEN'],
    logLevel: environment['SIGNPOST_LOG'] ?? 'info',
    allowedOrigins: (environment['SIGNPOST_ALLOWED_ORIGINS'] ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    requestsPerSecond: aboveNothing('SIGNPOST_REQUESTS_PER_SECOND', environment, 20),
    deliveriesPerSecond: aboveNothing('SIGNPOST_DELIVERIES_PER_SECOND', environment, 500),
    collectEverySeconds: aboveNothing('SIGNPOST_COLLECT_SECONDS', environment, practice ? 2 : 15),
    behindProxy: environment['SIGNPOST_TRUST_PROXY'] === 'yes',
    secondReader: secondReaderFrom(environment),
    pagers: pagersFrom(environment),
    mail: mailFrom(environment),
    oidc: oidcFrom(environment),
  };
}

/** PostgreSQL refuses root, and another user cannot enter root's home: as root the folder lies outside it. */
function defaultFolder(practice: boolean): string {
  const name = practice ? 'practice' : 'live';
  if (process.getuid?.() === 0)
    return join(practice ? join(tmpdir(), 'signpost') : '/var/lib/signpost', name);
  return join(homedir(), '.local', 'share', 'signpost', name);
}

function portFrom(text: string | undefined): number {
  if (text === undefined) return 8080;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`SIGNPOST_PORT must be a whole number from 0 to 65535, not “${text}”`);
  }
  return port;
}

function aboveNothing(
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
  otherwise: number,
): number {
  const text = environment[name];
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (!Number.isFinite(number) || number <= 0)
    throw new Error(`${name} must be a number above 0, not “${text}”`);
  return number;
}

function secondReaderFrom(environment: Readonly<Record<string, string | undefined>>): Config['secondReader'] {
  const [url, model] = [environment['SIGNPOST_SECOND_READER'], environment['SIGNPOST_SECOND_READER_MODEL']];
  if (url === undefined && model === undefined) return undefined;
  if (url === undefined || model === undefined)
    throw new Error('Set both of SIGNPOST_SECOND_READER and SIGNPOST_SECOND_READER_MODEL');
  return { url, model, key: environment['SIGNPOST_SECOND_READER_KEY'] };
}

function pagersFrom(environment: Readonly<Record<string, string | undefined>>): Config['pagers'] {
  const key = environment['SIGNPOST_NOTIFY_KEY'] || undefined;
  const textTemplate = environment['SIGNPOST_NOTIFY_TEXT_TEMPLATE'] || undefined;
  const emailTemplate = environment['SIGNPOST_NOTIFY_EMAIL_TEMPLATE'] || undefined;
  if ((key === undefined) !== (textTemplate === undefined && emailTemplate === undefined))
    throw new Error(
      'Set SIGNPOST_NOTIFY_KEY together with SIGNPOST_NOTIFY_TEXT_TEMPLATE, SIGNPOST_NOTIFY_EMAIL_TEMPLATE or both',
    );
  return {
    notify:
      key === undefined
        ? undefined
        : { key, address: environment['SIGNPOST_NOTIFY_ADDRESS'] || undefined, textTemplate, emailTemplate },
    teams: environment['SIGNPOST_TEAMS'] || undefined,
  };
}

function mailFrom(environment: Readonly<Record<string, string | undefined>>): Config['mail'] {
  const [address, from] = [
    environment['SIGNPOST_MAIL'] || undefined,
    environment['SIGNPOST_MAIL_FROM'] || undefined,
  ];
  if (address === undefined && from === undefined) return undefined;
  if (address === undefined || from === undefined)
    throw new Error('Set both of SIGNPOST_MAIL and SIGNPOST_MAIL_FROM');
  return { address, from };
}

function oidcFrom(environment: Readonly<Record<string, string | undefined>>): Config['oidc'] {
  const [issuer, clientId, clientSecret] = [
    environment['SIGNPOST_OIDC_ISSUER'],
    environment['SIGNPOST_OIDC_CLIENT_ID'],
    environment['SIGNPOST_OIDC_CLIENT_SECRET'],
  ];
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new Error(
      'Set all three of SIGNPOST_OIDC_ISSUER, SIGNPOST_OIDC_CLIENT_ID and SIGNPOST_OIDC_CLIENT_SECRET',
    );
  }
  return { issuer, clientId, clientSecret };
}

/** The process's own environment. */
export const environment: Readonly<Record<string, string | undefined>> = process.env;
