import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ask, form } from '#kernel/form.ts';
import { errorsOf, fromText, type TextBody } from '#kernel/form-text.ts';
import type { InputError } from '#kernel/refusal.ts';
import { DateField, ErrorSummary, Moment, PageHeading } from '#screens/index.ts';
import { bodyOf } from './command-body.ts';
import type { PracticePerson, PracticePort } from './options.ts';
import { show, type Frame } from './show.tsx';

const small = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small';
const clockForm = form({ to: ask.moment('Another moment', 'Give a date and a time') });

/** Practice mode only: be anybody with one press, and move the clock. */
export function practiceRoutes(app: FastifyInstance, frame: Frame, practice: PracticePort): void {
  const { zone } = frame.house.policies.inForce(frame.house.clock.now());
  const page = async (
    request: FastifyRequest,
    reply: FastifyReply,
    errors: readonly InputError[] = [],
    body: TextBody = {},
  ) =>
    show(frame, request, reply, {
      title: 'Practice',
      status: errors.length > 0 ? 400 : 200,
      wrong: errors.length > 0,
      body: <Practice practice={practice} people={await practice.people()} errors={errors} body={body} />,
    });
  app.get('/practice', (request, reply) => page(request, reply));
  app.post('/practice/enter', async (request, reply) => {
    const person = textOf(bodyOf(request), 'person');
    const known = (await practice.people()).some((one) => one.id === person);
    if (!known) return page(request, reply, [{ field: '', message: 'Choose somebody from the list' }]);
    return reply.header('set-cookie', await practice.enter(person)).redirect('/', 303);
  });
  app.post('/practice/clock', async (request, reply) => {
    const body = bodyOf(request);
    const preset = practice.presets.find((one) => one.label === textOf(body, 'preset'));
    if (preset) {
      await practice.moveClock(preset.at);
      return reply.redirect('/practice', 303);
    }
    const { preset: _, ...typed } = body;
    const read = clockForm.safeParse(fromText(clockForm, typed, zone));
    if (!read.success) return page(request, reply, errorsOf(read.error), body);
    await practice.moveClock(read.data.to);
    return reply.redirect('/practice', 303);
  });
}

const textOf = (body: TextBody, name: string): string => {
  const value = body[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
};

interface PracticeProps {
  readonly practice: PracticePort;
  readonly people: readonly PracticePerson[];
  readonly errors: readonly InputError[];
  readonly body: TextBody;
}

const Practice = ({ practice, people, errors, body }: PracticeProps) => (
  <>
    <ErrorSummary
      errors={errors.map(({ field, message }) => (field === '' ? { message } : { message, href: '#to-day' }))}
    />
    <PageHeading>Practice</PageHeading>
    <p>Everybody here is invented, nothing reaches a real network, and the clock is yours.</p>
    <h2 className="nhsuk-heading-m">Be somebody</h2>
    <ul className="sp-rows">
      {people.map((one) => (
        <Somebody one={one} key={one.id} />
      ))}
    </ul>
    <h2 className="nhsuk-heading-m">Move the clock</h2>
    <p>
      It says <Moment at={practice.now()} /> and runs on from there.
    </p>
    <Presets presets={practice.presets} />
    <AnotherMoment error={errors.find((error) => error.field === 'to')?.message} body={body} />
  </>
);

const Somebody = ({ one }: { readonly one: PracticePerson }) => (
  <li className="sp-row">
    <form className="sp-enter" action="/practice/enter" method="post">
      <input type="hidden" name="person" value={one.id} />
      <button className={small} type="submit">
        {one.name}
      </button>
      <span className="sp-row__facts">{one.roles.join(', ')}</span>
    </form>
  </li>
);

const Presets = ({ presets }: Pick<PracticePort, 'presets'>) => (
  <form action="/practice/clock" method="post">
    <div className="sp-verbs__list">
      {presets.map(({ label }) => (
        <button className={small} type="submit" name="preset" value={label} key={label}>
          {label}
        </button>
      ))}
    </div>
  </form>
);

function AnotherMoment({ error, body }: { readonly error: string | undefined; readonly body: TextBody }) {
  const values = Object.fromEntries(
    (['day', 'month', 'year', 'time'] as const).map((part) => [part, textOf(body, `to-${part}`)]),
  );
  return (
    <form action="/practice/clock" method="post">
      <DateField id="to" name="to" label="Another moment" error={error} values={values} withTime />
      <button className="nhsuk-button nhsuk-button--secondary" type="submit">
        Move the clock
      </button>
    </form>
  );
}
