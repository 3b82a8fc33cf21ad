import type { ReactNode } from 'react';
import type { Policy } from '#policy/index.ts';
import { Checkboxes, LineField, Select, TextField } from '#screens/index.ts';
import { limitsOf } from '#text/index.ts';
import { MediumBoxes } from './medium.tsx';
import { Ways } from './ways.tsx';

const accounts = [
  { id: 'personal', name: 'My own' },
  { id: 'departmental', name: 'A department’s or a team’s' },
  { id: 'corporate', name: 'The organisation’s' },
];

const more = [
  { id: 'answers', name: 'It answers somebody' },
  { id: 'pre-election', name: 'It is shortly before an election' },
  { id: 'incident', name: 'A major incident is declared' },
];

const handleKinds = [
  { id: 'personal', name: 'My own account' },
  { id: 'departmental', name: 'An account of a department' },
  { id: 'corporate', name: 'An account of the organisation' },
  { id: 'unregistered', name: 'An account that I came across' },
];

/** Networks that the policy knows and whose limits we know, so that the count means something. */
const networksOf = (policy: Policy) =>
  policy
    .value('register.networks')
    .networks.filter(({ id }) => limitsOf(id) !== undefined)
    .map(({ id, name }) => ({ id, name }));

/** The boxes of the check. They stand in a template: without the script they would do nothing, and are not there. */
export const Boxes = ({ policy }: { readonly policy: Policy }) => (
  <>
    <Part name="post" title="Your post" found="What stands out" beside={<HiddenWays policy={policy} />}>
      <Where policy={policy} />
      <Words name="text" label="What you want to post" rows={7} />
      <p className="nhsuk-hint sp-count" data-length="" />
      <MediumBoxes />
      <WhatElse />
      <button
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        type="button"
        data-clear=""
      >
        Clear everything
      </button>
    </Part>
    <Part name="handle" title="A handle" found="Our answer">
      <HandleBoxes />
    </Part>
    <Part name="profile" title="Your own profile" found="What stands out in it">
      <Words
        name="profile"
        label="What your profile says of you"
        hint="The bio on your own account. If you gave your handle above, it is looked at with it."
        rows={4}
      />
    </Part>
  </>
);

const Where = ({ policy }: { readonly policy: Policy }) => (
  <div className="sp-check__pair">
    <Select
      id="check-account"
      name="check-account"
      label="Whose account is it?"
      options={accounts}
      chosen={['personal']}
    />
    <Select
      id="check-network"
      name="check-network"
      label="Where will it go?"
      placeholder="Not decided yet"
      options={networksOf(policy)}
      chosen={[]}
    />
  </div>
);

/** Shown where a post seems to speak of it. */
const HiddenWays = ({ policy }: { readonly policy: Policy }) => (
  <div className="sp-ways" data-grievance="" hidden>
    <h4 className="nhsuk-heading-xs">Is something wrong at work?</h4>
    <Ways policy={policy} />
  </div>
);

/** The browser’s own spelling check may send words to its maker, so it is off; ours is on the page. */
const Words = ({ name, ...more }: { name: string; label: string; hint?: string; rows: number }) => (
  <TextField id={`check-${name}`} name={`check-${name}`} autoComplete="off" spellCheck={false} {...more} />
);

const WhatElse = () => (
  <details className="nhsuk-details">
    <summary className="nhsuk-details__summary">
      <span className="nhsuk-details__summary-text">What else is so</span>
    </summary>
    <div className="nhsuk-details__text">
      <Checkboxes id="check-more" name="check-more" label="Tick what is so" options={more} chosen={[]} />
    </div>
  </details>
);

const HandleBoxes = () => (
  <>
    <LineField
      id="check-handle"
      name="check-handle"
      label="Handle"
      hint="Such as @ann_runs"
      autoComplete="off"
      spellCheck={false}
    />
    <Select
      id="check-handle-kind"
      name="check-handle-kind"
      label="What kind of account is it?"
      options={handleKinds}
      chosen={['personal']}
    />
  </>
);

const Part = ({
  name,
  title,
  found,
  beside,
  children,
}: {
  readonly name: string;
  readonly title: string;
  readonly found: string;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}) => (
  <section className="sp-check" data-part={name} aria-labelledby={`check-${name}-title`}>
    <h2 className="nhsuk-heading-m" id={`check-${name}-title`}>
      {title}
    </h2>
    <div className="sp-check__sides">
      <div className="sp-check__boxes">{children}</div>
      <div className="sp-panel sp-check__found">
        <h3 className="nhsuk-heading-s" tabIndex={-1}>
          {found}
        </h3>
        {beside}
        {name === 'handle' ? null : <p className="sp-check__summary" data-summary="" />}
        <div data-list="">{name === 'handle' ? <p>Our answer is shown here while you type.</p> : null}</div>
      </div>
    </div>
  </section>
);
