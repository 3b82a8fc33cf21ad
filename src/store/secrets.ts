import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Encryption of network tokens, and salted digests for the trail. Keys lie outside the database. */
export interface Secrets {
  /** AES-256-GCM; the text carries the key's id, so that old ones stay readable after a rotation. */
  readonly seal: (text: string) => string;
  /** @throws where the key is not here or the text was changed. */
  readonly open: (sealed: string) => string;
  /** HMAC-SHA-256 under the installation's salt, hex. */
  readonly digest: (value: string) => string;
}

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
        `This was sealed with the key ${id}, which is not here. Put back keys.json, or enter the secret anew.`,
      );
    return key;
  };
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
    digest: (value) => createHmac('sha256', salt).update(value, 'utf8').digest('hex'),
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
  write(folder, made);
  return made;
}

function write(folder: string, keys: Keys): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, 'keys.json'), `${JSON.stringify(keys)}\n`, { mode: 0o600 });
}
