import type { FastifyInstance } from 'fastify';
import { Fragment, type ReactNode } from 'react';
import { Refused } from '#kernel/refusal.ts';
import type { PageContext, PlaceLink } from '#screens/index.ts';
import { Empty, PageHeading } from '#screens/index.ts';
import { contextFor } from './context.ts';
import { pathsOf } from './options.ts';
import { placesFor } from './places.ts';
import { show, type Frame } from './show.tsx';

const about: Readonly<Record<string, string>> = {
  inbox: 'What the public says to us, and what waits for an answer.',
  publish: 'What goes out, when, and who must agree.',
  check: 'Paste what you want to post, and see what the policy says of it. Nothing is sent or kept.',
  accounts: 'Every account that is ours, who holds it, and how to tell it is real.',
  duty: 'Who is on duty, and what was handed over.',
  policy: 'The policy to read; beside each clause what the program does about it.',
  people: 'Colleagues, departments, and where to point people to.',
  records: 'Every decision, with the clause under which it was taken.',
  more: 'Everything else.',
};

/** The first page: for staff what needs them today, for everybody else the way in. */
export function todayRoute(app: FastifyInstance, frame: Frame): void {
  app.get('/', async (request, reply) => {
    const { standing } = request;
    if (!standing) {
      return show(frame, request, reply, { title: 'Social media', body: <FrontPage frame={frame} /> });
    }
    const context = contextFor(frame, standing);
    const needs = await whatNeedsMe(frame, context);
    const places = placesFor(frame.places, standing);
    return show(frame, request, reply, {
      title: 'Today',
      body: <Today name={standing.name} needs={needs} places={places} />,
    });
  });
}

/** A room that this person may not ask has nothing for them: the first page opens for everybody who works here. */
function nothingFor(error: unknown): null {
  if (error instanceof Refused) return null;
  throw error;
}

async function whatNeedsMe({ options }: Frame, context: PageContext): Promise<ReactNode[]> {
  const parts = await Promise.all((options.today ?? []).map((ask) => ask(context).catch(nothingFor)));
  return parts.filter((part) => part !== null && part !== undefined && part !== false);
}

interface TodayProps {
  readonly name: string;
  readonly needs: readonly ReactNode[];
  readonly places: readonly PlaceLink[];
}

const Today = ({ name, needs, places }: TodayProps) => (
  <>
    <PageHeading caption={name}>Today</PageHeading>
    {needs.length === 0 ? (
      <Empty title="Nothing needs you now">
        What comes in will stand here. Meanwhile, the places below are open to you.
      </Empty>
    ) : (
      <div className="sp-cards">
        {needs.map((part, index) => (
          // The parts come from a fixed list of rooms, so their order is their name.
          // oxlint-disable-next-line react/no-array-index-key
          <Fragment key={index}>{part}</Fragment>
        ))}
      </div>
    )}
    <h2 className="nhsuk-heading-m">Places</h2>
    <PlaceList places={places} />
  </>
);

const PlaceList = ({ places }: { readonly places: readonly PlaceLink[] }) => (
  <ul className="sp-rows">
    {places.map(({ id, text, href }) => (
      <li className="sp-row" data-row="" key={id}>
        <a className="sp-row__words" href={href}>
          {text}
        </a>
        <div className="sp-row__facts">{about[id]}</div>
      </li>
    ))}
  </ul>
);

const FrontPage = ({ frame }: { readonly frame: Frame }) => (
  <>
    <PageHeading>Social media at {frame.options.organisation.name}</PageHeading>
    <p className="nhsuk-body-l">
      Here you can read how we use social media, and check whether an account that speaks in our name is ours.
      If you work here, you can check what you want to post.
    </p>
    <PlaceList places={placesFor(frame.places, undefined)} />
    <p>
      <strong>Social media is no way to get urgent help.</strong> If somebody’s life is at risk, call 999. For
      medical advice that cannot wait, use NHS 111.
    </p>
    <p>
      You work here? <a href={pathsOf(frame.options.signIn).signIn}>Sign in</a>
    </p>
  </>
);
