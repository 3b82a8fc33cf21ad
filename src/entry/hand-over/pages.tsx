import type { Content } from '#features/hand-over/index.ts';
import { ErrorSummary, LineField, PageHeading } from '#screens/index.ts';
import { linkPath } from './token.ts';

export type Deed = 'received' | 'answered' | 'more' | 'back';

/** What everybody sees who follows a link, before anything is opened. */
export const Landing = ({
  organisation,
  wrong,
}: {
  readonly organisation: string;
  readonly wrong: string | undefined;
}) => (
  <>
    {wrong === undefined ? null : <ErrorSummary errors={[{ message: wrong, href: '#code' }]} />}
    <PageHeading>Something was passed on to you</PageHeading>
    <p>
      The communications team of {organisation} passed something on to you that came in by social media. You
      need no account to read it.
    </p>
    <form action={linkPath} method="post" className="sp-form">
      <code-from-link>
        <LineField
          id="code"
          name="code"
          label="The link or code from the letter"
          hint="If you followed the link it is filled in for you. Otherwise copy it from the letter."
          autoComplete="off"
          spellCheck={false}
          error={wrong}
        />
      </code-from-link>
      <button className="nhsuk-button" type="submit">
        Open it
      </button>
    </form>
    <p>
      Open it only if it is meant for you. If you do not know why you were sent this, leave it closed and ask
      the communications team.
    </p>
  </>
);

const words: Readonly<Record<Deed, string>> = {
  received: 'We know now that you have it. What you were given is no longer kept here for you.',
  answered: 'The person’s message is closed with your answer.',
  more: 'The communications team has your question. You get another letter when they have answered it.',
  back: 'The communications team has it again and will find out who can answer.',
};

export const Thanks = ({ deed }: { readonly deed: Deed }) => (
  <>
    <PageHeading>Thank you</PageHeading>
    <p>{words[deed]}</p>
    <p>There is nothing else for you to do. You can close this page.</p>
  </>
);

/** What was sealed, part by part. */
export const Parts = ({ of }: { readonly of: Content['parts'] }) =>
  of.map(({ heading, words }) => (
    <section key={heading}>
      <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">{heading}</h2>
      <p className="sp-words">
        <bdi>{words}</bdi>
      </p>
    </section>
  ));
