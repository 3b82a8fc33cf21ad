import type { FastifyReply, FastifyRequest } from 'fastify';
import { LineField, PageHeading } from '#screens/index.ts';
import { text, waitFor, type Door } from './door.ts';
import { errorAt, WrongSummary, type Wrong } from './forms.tsx';
import { takeInvitation } from './invitation.ts';
import { wrongPassword } from './passwords.ts';

const title = 'Choose a new password';
const opensNothing =
  'That code is not right, was used already, or is older than 72 hours. Ask a system administrator for a new one.';

/** Whoever was given a code chooses a password with it, once: for the first time, or because the old one is forgotten. */
export function newPassword(door: Door): void {
  const { app, house, signIn, tried } = door;
  app.get('/sign-in/new-password', (request, reply) =>
    door.show(request, reply, { title, body: <NewPassword code="" /> }),
  );
  app.post('/sign-in/new-password', async (request, reply) => {
    const [code, chosen] = [text(request, 'code'), text(request, 'next')];
    const wait = await tried.wait(undefined, request.ip);
    if (wait > 0) return again(door, request, reply, { field: 'code', message: waitFor(wait) }, 429);
    const wrong = wrongPassword(chosen);
    if (wrong !== undefined) return again(door, request, reply, { field: 'next', message: wrong }, 400);
    const taken = await takeInvitation(house, code);
    if (!taken) {
      await tried.failed(undefined, request.ip);
      return again(door, request, reply, { field: 'code', message: opensNothing }, 400);
    }
    await signIn.setPassword(taken.person, taken.name, chosen);
    if (taken.takesSecondFactor) await signIn.takeSecondFactorAway(taken.person);
    await signIn.endSessions(taken.person);
    return reply.redirect('/sign-in?done=password', 303);
  });
}

const again = (door: Door, request: FastifyRequest, reply: FastifyReply, wrong: Wrong, status: number) =>
  door.show(request, reply, {
    title,
    status,
    wrong: true,
    body: <NewPassword code={text(request, 'code')} wrong={wrong} />,
  });

const NewPassword = ({ code, wrong }: { readonly code: string; readonly wrong?: Wrong }) => (
  <>
    <WrongSummary wrong={wrong} />
    <PageHeading>{title}</PageHeading>
    <form action="/sign-in/new-password" method="post" className="sp-form">
      <code-from-link>
        <LineField
          id="code"
          name="code"
          label="The code that you were given"
          hint="Five groups of five letters and figures. In a link, it is what stands after the #."
          autoComplete="off"
          spellCheck={false}
          width={30}
          value={code}
          error={errorAt(wrong, 'code')}
        />
      </code-from-link>
      <LineField
        id="next"
        name="next"
        label="New password"
        type="password"
        autoComplete="new-password"
        hint="At least 12 characters. Three unconnected words are easy to remember. Pasting is fine."
        error={errorAt(wrong, 'next')}
      />
      <button className="nhsuk-button" type="submit">
        Set the password
      </button>
    </form>
    <p>All your sessions and tokens end when you set it.</p>
  </>
);
