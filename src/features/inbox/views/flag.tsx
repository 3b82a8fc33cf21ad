import { isOpen } from '#calendar/hours.ts';
import { Cite, PageHeading, type PageContext, type PublicForm } from '#screens/index.ts';
import { flag } from '../commands/flag.ts';
import { openHours } from '../hours.ts';

const InDanger = () => (
  <p>
    <strong>If somebody is in danger now, call 999.</strong> For urgent medical help call 111.
  </p>
);

/** For the public, partners and whoever watches at night: this cannot wait. */
export const flagForm: PublicForm = {
  path: '/flag',
  title: 'Flag something urgent',
  command: flag,
  actor: 'flag-form',
  perHour: ({ policy }) => policy.value('inbox.flag').perHour,
  above: () => (
    <>
      <PageHeading>Flag something urgent</PageHeading>
      <InDanger />
      <p>
        Tell us of a post that could hurt somebody, or that cannot wait for another reason. You need no
        account and no name.
      </p>
      <p>
        For anything else, write to us on <a href="/our-accounts">our accounts, in their hours</a>.
      </p>
    </>
  ),
  sent: (context, onCall) => (
    <>
      <PageHeading>We have it</PageHeading>
      <InDanger />
      <WhoLooks context={context} onCall={onCall} />
      <p>You need do nothing more. Please do not share what you saw.</p>
      <p>
        <a href="/flag">Flag something else</a>
      </p>
    </>
  ),
};

interface WhoLooksProps {
  readonly context: PageContext;
  readonly onCall: string | undefined;
}

/** In our hours the team has it before it; outside them somebody is on call. */
function WhoLooks({ context: { policy, now, cite }, onCall }: WhoLooksProps) {
  const open = isOpen(openHours(policy).hours, now);
  const where = open
    ? 'It is before the communications team now, ahead of ordinary messages.'
    : 'We are closed. It is kept for the communications manager on call.';
  return (
    <>
      <p>
        {where} <Cite citation={cite('hours.show')} />
      </p>
      {onCall === undefined ? null : (
        <p>
          {open ? 'If it cannot wait, ring ' : 'If it cannot wait until morning, ring whoever is on call: '}
          <a href={`tel:${onCall.replaceAll(/[^+\d]/g, '')}`}>{onCall}</a>.
        </p>
      )}
    </>
  );
}
