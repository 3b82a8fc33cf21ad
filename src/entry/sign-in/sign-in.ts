import { systemClock } from '#kernel/clock.ts';
import { isId } from '#kernel/ids.ts';
import { person, type Actor } from '#kernel/rights.ts';
import { StoreAway } from '#kernel/store-port.ts';
import { idleMinutes, nameFor, openAuth, personFrom, type Auth, type AuthSettings } from './auth.ts';
import { hashPassword, wrongPassword } from './passwords.ts';
import { sessionInCookie, type FoundSession } from './session-in-cookie.ts';

/** One session of a person: a browser, or a program with a token. */
export interface OpenSession {
  readonly kind: 'browser' | 'token';
  readonly began: Temporal.Instant;
  /** When somebody was last at work in it, to the minute. */
  readonly used: Temporal.Instant;
  /** The session of the request itself. */
  readonly here: boolean;
}

export interface SignIn {
  readonly auth: Auth;
  /** The library's own answer to one of its questions. @throws StoreAway; Error where it could not answer at all. */
  readonly ask: (question: (api: Auth['api']) => Promise<Response>) => Promise<Response>;
  /** The person of this request's session. Their idle time begins anew: somebody is at work. */
  readonly actorOf: (headers: Headers) => Promise<Actor | undefined>;
  /** The same without prolonging it. */
  readonly peek: (headers: Headers) => Promise<Actor | undefined>;
  /** Ends every session of a person, everywhere. */
  readonly endSessions: (personId: string) => Promise<void>;
  /** Ends every session of a person but the one of this request. */
  readonly endOtherSessions: (personId: string, headers: Headers) => Promise<void>;
  /** Takes away what has ended: sessions that nobody came back to, and what was pending for too long. */
  readonly sweep: () => Promise<void>;
  readonly sessionsOf: (personId: string, headers: Headers) => Promise<OpenSession[]>;
  /** How a person can prove who they are, here. */
  readonly proofsOf: (personId: string) => Promise<{ password: boolean; secondFactor: boolean }>;
  /** Lets a person sign in with a password. @throws with a sentence for a password that will not do. */
  readonly setPassword: (personId: string, name: string, password: string) => Promise<void>;
  /** The person signs in without a second factor until they set one up again. */
  readonly takeSecondFactorAway: (personId: string) => Promise<void>;
  /** A new session's token, for programs. Shown once; it ends as every session does. */
  readonly tokenFor: (personId: string) => Promise<string>;
  /** `Set-Cookie` headers of a session as this person: practice mode only. */
  readonly enter: (personId: string, name: string) => Promise<string[]>;
}

const ofTokens = 'token';

/** @param away turns the database's own errors into `StoreAway`, so that being away is never taken for not signed in. */
export async function openSignIn(
  settings: AuthSettings & { away(error: unknown): unknown },
): Promise<SignIn> {
  const auth = await openAuth(settings);
  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const beneath = innermost(error);
      const told = settings.away(beneath);
      throw told === beneath && !(told instanceof StoreAway) ? error : told;
    }
  };
  const users = usersIn(auth);
  const sessions = sessionsIn(auth, settings.pool);
  return {
    auth,
    ask: (question) =>
      asked(async () => {
        const answer = await question(auth.api);
        if (answer.status >= 500) throw new Error('The sign-in library could not answer');
        return answer;
      }),
    actorOf: (headers) => asked(async () => (await sessions.live(headers, true))?.actor),
    peek: (headers) => asked(async () => (await sessions.live(headers, false))?.actor),
    endSessions: (personId) =>
      asked(async () => {
        const known = await users.find(personId);
        if (known) await (await auth.$context).internalAdapter.deleteUserSessions(known.user.id);
      }),
    endOtherSessions: (personId, headers) =>
      asked(async () => sessions.endOthers((await users.find(personId))?.user.id, headers)),
    sweep: () => asked(() => sessions.sweep()),
    sessionsOf: (personId, headers) =>
      asked(async () => sessions.list((await users.find(personId))?.user.id, headers)),
    proofsOf: (personId) =>
      asked(async () => {
        const known = await users.find(personId);
        return {
          password: known?.accounts.some((one) => one.providerId === 'credential') === true,
          secondFactor: known !== null && Reflect.get(known.user, 'twoFactorEnabled') === true,
        };
      }),
    setPassword: (personId, name, text) =>
      asked(async () => {
        const wrong = wrongPassword(text);
        if (wrong !== undefined) throw new Error(wrong);
        await users.setPassword(personId, name, text);
      }),
    takeSecondFactorAway: (personId) => asked(() => users.takeSecondFactorAway(personId)),
    tokenFor: (personId) =>
      asked(async () => {
        const known = await users.find(personId);
        if (!known) throw new Error('This person cannot sign in yet: set a password first.');
        const { internalAdapter } = await auth.$context;
        return (await internalAdapter.createSession(known.user.id, false, { userAgent: ofTokens })).token;
      }),
    enter: (personId, name) =>
      asked(async () => {
        const { id } = await users.findOrMake(personId, name);
        const answer = await auth.api.enterAs({ body: { userId: id }, asResponse: true });
        return answer.headers.getSetCookie();
      }),
  };
}

/** People as the library keeps them: under an address made of our id. */
function usersIn(auth: Auth) {
  const find = async (personId: string) =>
    (await auth.$context).internalAdapter.findUserByEmail(nameFor(personId), { includeAccounts: true });
  const findOrMake = async (personId: string, name: string): Promise<{ id: string }> => {
    const { internalAdapter } = await auth.$context;
    const known = await find(personId);
    if (known) return known.user;
    return internalAdapter.createUser(
      { email: nameFor(personId), name, emailVerified: true },
      { method: 'admin' },
    );
  };
  return {
    find,
    findOrMake,
    async setPassword(personId: string, name: string, text: string): Promise<void> {
      const { internalAdapter } = await auth.$context;
      const user = await findOrMake(personId, name);
      const password = await hashPassword(text);
      const accounts = (await find(personId))?.accounts ?? [];
      if (accounts.some((one) => one.providerId === 'credential'))
        return internalAdapter.updatePassword(user.id, password);
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password,
      });
    },
    async takeSecondFactorAway(personId: string): Promise<void> {
      const { adapter, internalAdapter } = await auth.$context;
      const known = await find(personId);
      if (!known) return;
      await internalAdapter.updateUser(known.user.id, { twoFactorEnabled: false });
      await adapter.deleteMany({ model: 'twoFactor', where: [{ field: 'userId', value: known.user.id }] });
    },
  };
}

/** What an error was at first: the library wraps what the database said. */
function innermost(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? innermost(error.cause) : error;
}

const instantOf = (date: Date | string): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(new Date(date).getTime());

/** Sessions. The library ends them at their longest; idle time is counted here, in the database, by the true time. */
function sessionsIn(auth: Auth, pool: AuthSettings['pool']) {
  const named = async (headers: Headers): Promise<FoundSession | undefined> => {
    const cookies = headers.get('cookie');
    if (!headers.has('authorization'))
      return cookies === null
        ? undefined
        : sessionInCookie(auth, pool, cookies, new Date(realNow().epochMilliseconds));
    const found = await auth.api.getSession({ headers });
    return found ? { ...found.session, email: found.user.email } : undefined;
  };
  const live = async (headers: Headers, atWork: boolean) => {
    const found = await named(headers);
    if (!found) return undefined;
    const { internalAdapter } = await auth.$context;
    const { token, updatedAt } = found;
    const idle = instantOf(updatedAt).until(realNow()).total('minutes');
    if (idle > idleMinutes) {
      await internalAdapter.deleteSession(token);
      return undefined;
    }
    if (atWork && idle >= 1)
      await internalAdapter.updateSession(token, { updatedAt: new Date(realNow().epochMilliseconds) });
    const id = personFrom(found.email);
    return isId(id) ? { actor: person(id), token } : undefined;
  };
  return {
    live,
    async list(userId: string | undefined, headers: Headers): Promise<OpenSession[]> {
      if (userId === undefined) return [];
      const here = await live(headers, false);
      const open = await (
        await auth.$context
      ).internalAdapter.listSessions(userId, {
        onlyActiveSessions: true,
      });
      return open
        .map((one): OpenSession => ({
          kind: one.userAgent === ofTokens ? 'token' : 'browser',
          began: instantOf(one.createdAt),
          used: instantOf(one.updatedAt),
          here: one.token === here?.token,
        }))
        .filter((one) => one.used.until(realNow()).total('minutes') <= idleMinutes)
        .sort((one, other) => Temporal.Instant.compare(other.began, one.began));
    },
    async sweep(): Promise<void> {
      const { adapter } = await auth.$context;
      const now = realNow();
      const before = (field: string, moment: Temporal.Instant) => [
        { field, operator: 'lt' as const, value: new Date(moment.epochMilliseconds) },
      ];
      await adapter.deleteMany({ model: 'session', where: before('expiresAt', now) });
      const idleSince = now.subtract({ minutes: idleMinutes });
      await adapter.deleteMany({ model: 'session', where: before('updatedAt', idleSince) });
      await adapter.deleteMany({ model: 'verification', where: before('expiresAt', now) });
      await pool.query("delete from failed_sign_ins where at < now() - interval '1 hour'");
    },
    async endOthers(userId: string | undefined, headers: Headers): Promise<void> {
      if (userId === undefined) return;
      const { internalAdapter } = await auth.$context;
      const here = await live(headers, false);
      const open = await internalAdapter.listSessions(userId);
      const others = open.map(({ token }) => token).filter((token) => token !== here?.token);
      if (others.length > 0) await internalAdapter.deleteSessions(others);
    },
  };
}

/** Sessions run by the true time: a clock that practice moves must not throw people out. */
const realNow = (): Temporal.Instant => systemClock.now();
