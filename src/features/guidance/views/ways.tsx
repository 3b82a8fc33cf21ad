import type { Policy } from '#policy/index.ts';
import { Cite } from '#screens/index.ts';

/** For whoever has something wrong at work to tell: the ways that are made for it, and that telling is protected. */
export function Ways({ policy }: { readonly policy: Policy }) {
  const { policies, person } = policy.value('guidance.grievance');
  return (
    <>
      <p>
        You have every right to say so. Speaking up about a danger to patients or staff, or about wrongdoing,
        is protected by law. This page tells nobody what you wrote, nor that you were here.
      </p>
      <p>Made for it, and often quicker than a post:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {policies.map((name) => (
          <li key={name}>the {name} policy</li>
        ))}
        <li>{person}, whom you can also just ask</li>
      </ul>
      <p>
        <Cite citation={policy.cite('guidance.grievance')} />
      </p>
    </>
  );
}
