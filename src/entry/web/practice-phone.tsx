import type { FastifyInstance } from 'fastify';
import { Empty, Moment, Notice, PageHeading } from '#screens/index.ts';
import type { PracticeMessage, PracticePort } from './options.ts';
import { show, type Frame } from './show.tsx';

const by = { text: 'Text message', email: 'E-mail', team: 'The team’s room' } as const;

/** Practice mode only: what would have been sent to wake somebody. */
export function practicePhoneRoute(app: FastifyInstance, frame: Frame, practice: PracticePort): void {
  app.get('/practice/phone', (request, reply) =>
    show(frame, request, reply, { title: 'Practice phone', body: <Phone all={practice.phone?.() ?? []} /> }),
  );
}

const Phone = ({ all }: { readonly all: readonly PracticeMessage[] }) => (
  <>
    <PageHeading caption="Practice">Practice phone</PageHeading>
    <Notice title="Nothing of this was sent">
      <p>
        This is what would have gone to phones, mailboxes and the team’s room. Everybody here is invented, and
        so are the numbers.
      </p>
    </Notice>
    {all.length === 0 ? (
      <Empty title="Nobody was woken">
        Move the clock to a Saturday night, and let something dangerous come in.
      </Empty>
    ) : (
      <ul className="sp-rows">
        {all.map((one) => (
          <li className="sp-row" key={one.id} data-row="">
            <div className="sp-row__facts">
              {by[one.channel]}
              {one.to === '' ? '' : ` to ${one.to}`}, <Moment at={one.at} />
            </div>
            <p className="sp-row__words">{one.words}</p>
            <p>
              <a href={new URL(one.link).pathname}>Open the link of this message</a>
            </p>
          </li>
        ))}
      </ul>
    )}
  </>
);
