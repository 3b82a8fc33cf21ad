import { randomBytes } from 'node:crypto';
import { systemClock, type Clock } from '#kernel/clock.ts';
import { isId } from '#kernel/ids.ts';
import { person, type Actor } from '#kernel/rights.ts';
import { absoluteHours, nameFor, openAuth, personFrom, type Auth, type AuthSettings } from './auth.ts';
import { hashPassword, wrongPassword } from './passwords.ts';

export interface SignIn {
  readonly auth: Auth;
  /** The person of this request's session. Their time runs on: somebody is at work. */
  readonly actorOf: (headers: Headers) => Promise<Actor | undefined>;
  /** The same without prolonging it. */
  readonly peek: (headers: Headers) => Promise<Actor | undefined>;
  /** Ends every session of a person, everywhere. */
  readonly endSessions: (personId: string) => Promise<void>;
  /** Lets a person sign in with a password. @throws with a sentence for a password that will not do. */
  readonly setPassword: (personId: string, name: string, password: string) => Promise<void>;
  /** A new session's token, for the command line. Shown once. */
  readonly tokenFor: (personId: string) => Promise<string>;
  /** `Set-Cookie` headers of a session as this person: practice mode only. */
  readonly enter: (personId: string, name: string) => Promise<string[]>;
}

/** @param away turns the database's own errors into `StoreAway`, so that being away is never taken for not signed in. */
export async function openSignIn(
  settings: AuthSettings & { clock: Clock; away(error: unknown): unknown },
): Promise<SignIn> {
  const auth = await openAuth(settings);
  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw settings.away(error);
    }
  };
  const inner = async () => (await auth.$context).internalAdapter;

  const sessionOf = async (headers: Headers, prolong: boolean): Promise<Actor | undefined> => {
    if (!headers.has('cookie') && !headers.has('authorization')) return undefined;
    const found = await auth.api.getSession({ headers, query: { disableRefresh: !prolong } });
    if (!found) return undefined;
    const began = Temporal.Instant.fromEpochMilliseconds(new Date(found.session.createdAt).getTime());
    const id = personFrom(found.user.email);
    if (Temporal.Instant.compare(began.add({ hours: absoluteHours }), realNow()) < 0) {
      await (await inner()).deleteSessions([found.session.token]);
      return undefined;
    }
    return isId(id) ? person(id) : undefined;
  };

  const userOf = async (personId: string) =>
    (await inner()).findUserByEmail(nameFor(personId), { includeAccounts: true });
  const password = async (personId: string, name: string, text: string): Promise<void> => {
    const adapter = await inner();
    const known = await userOf(personId);
    const hash = await hashPassword(text);
    if (known?.accounts.some((one) => one.providerId === 'credential'))
      return adapter.updatePassword(known.user.id, hash);
    const user =
      known?.user ??
      (await adapter.createUser(
        { email: nameFor(personId), name, emailVerified: true },
        { method: 'admin' },
      ));
    await adapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: hash,
    });
  };
  const practicePasswords = new Map<string, string>();

  return {
    auth,
    actorOf: (headers) => asked(() => sessionOf(headers, true)),
    peek: (headers) => asked(() => sessionOf(headers, false)),
    endSessions: (personId) =>
      asked(async () => {
        const known = await userOf(personId);
        if (known) await (await inner()).deleteUserSessions(known.user.id);
      }),
    setPassword: (personId, name, text) =>
      asked(async () => {
        const wrong = wrongPassword(text);
        if (wrong !== undefined) throw new Error(wrong);
        await password(personId, name, text);
      }),
    tokenFor: (personId) =>
      asked(async () => {
        const known = await userOf(personId);
        if (!known) throw new Error('This person cannot sign in yet: set a password first.');
        return (await (await inner()).createSession(known.user.id)).token;
      }),
    enter: (personId, name) =>
      asked(async () => {
        let secret = practicePasswords.get(personId);
        if (secret === undefined) {
          secret = randomBytes(24).toString('base64url');
          await password(personId, name, secret);
          practicePasswords.set(personId, secret);
        }
        const answer = await auth.api.signInEmail({
          body: { email: nameFor(personId), password: secret },
          asResponse: true,
        });
        return answer.headers.getSetCookie();
      }),
  };
}

/** Sessions run by the true time: a clock that practice moves must not throw people out. */
const realNow = (): Temporal.Instant => systemClock.now();
