import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Encryption of network tokens, and salted digests for the trail. Keys lie outside the database. */
export interface Secrets {
  /** AES-256-GCM; the text carries the key's id, so that old ones stay readable after a rotation. */
  readonly seal: (text: string) => string;
  /** @throws where the key is not here or the text was changed. */
  readonly open: (sealed: string) => string;
  /** HMAC-SHA-256 under the installation's salt, hex. */
  readonly digest: (value: string) => string;
  /** Tells these keys from others without giving anything of them away. */
  readonly mark: string;
  /** Is the key with this id here? */
  readonly holds: (key: string) => boolean;
}

/** The id of the key that something was sealed with; undefined for what is no sealed secret. */
export const keyOfSealed = (text: string): string | undefined =>
  /^v1\.([\w-]+)\.[\w-]{16}\.[\w-]*\.[\w-]{22}$/.exec(text)?.[1];

/** What somebody must know whose database was filled beside other keys. */
export const otherKeys = (folder: string): string =>
  `keys.json in ${folder} is not the one that this database was filled with. Until that one is put there, the networks’ keys of connected accounts cannot be opened, nobody can use a second factor that was set up before, and digests in the trail match nothing new. Stop Signpost, put the right keys.json there, and start it again. If it is lost, connect each account again and let people set up their second factor anew.`;

interface Keys {
  readonly newest: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly salt: string;
}

/**
 * @param folder where `keys.json` lies (made at first use, readable by its owner only). Keep a copy of it apart from
 *   the backup: without it tokens must be entered anew, with it a backup gives them away.
 * @param given a base64 key of 32 bytes from the environment, used instead of the newest in the file.
 */
export function secretsIn(folder: string, given?: string): Secrets {
  const held = readOrMake(folder);
  const keys = new Map(Object.entries(held.keys).map(([id, key]) => [id, Buffer.from(key, 'base64')]));
  let newest = held.newest;
  if (given !== undefined) {
    const key = Buffer.from(given, 'base64');
    if (key.length !== 32) throw new Error('SIGNPOST_SECRET_KEY must be 32 bytes in base64');
    newest = `env-${createHash('sha256').update(key).digest('hex').slice(0, 8)}`;
    keys.set(newest, key);
  }
  const salt = Buffer.from(held.salt, 'base64');
  const keyOf = (id: string): Buffer => {
    const key = keys.get(id);
    if (!key)
      throw new Error(
        `This was sealed with the key ${id}, which is not here. Put back keys.json into ${folder}, or enter the secret anew.`,
      );
    return key;
  };
  const digest = (value: string): string => createHmac('sha256', salt).update(value, 'utf8').digest('hex');
  return {
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyOf(newest), nonce).setAAD(Buffer.from(newest));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [
        'v1',
        newest,
        ...[nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url')),
      ].join('.');
    },
    open(text) {
      const [version, id = '', nonce = '', sealed = '', tag = ''] = text.split('.');
      if (version !== 'v1') throw new Error('This is not a sealed secret');
      const decipher = createDecipheriv('aes-256-gcm', keyOf(id), Buffer.from(nonce, 'base64url'))
        .setAAD(Buffer.from(id))
        .setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]).toString(
        'utf8',
      );
    },
    digest,
    mark: digest('keys.json').slice(0, 16),
    holds: (id) => keys.has(id),
  };
}

/** Adds a new key, with which everything is sealed from now on. */
export function rotateKey(folder: string): string {
  const held = readOrMake(folder);
  const id = randomBytes(4).toString('hex');
  write(folder, { ...held, newest: id, keys: { ...held.keys, [id]: randomBytes(32).toString('base64') } });
  return id;
}

function readOrMake(folder: string): Keys {
  const file = join(folder, 'keys.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Keys;
  const id = randomBytes(4).toString('hex');
  const made: Keys = {
    newest: id,
    keys: { [id]: randomBytes(32).toString('base64') },
    salt: randomBytes(32).toString('base64'),
  };
  // Two programs may start at once: the first one's keys are everybody's.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = `${file}.${id}`;
  writeFileSync(own, `${JSON.stringify(made)}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(own, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(own);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Keys;
}

function write(folder: string, keys: Keys): void {
  const part = join(folder, 'keys.json.part');
  writeFileSync(part, `${JSON.stringify(keys)}\n`, { mode: 0o600, flush: true });
  renameSync(part, join(folder, 'keys.json'));
}
