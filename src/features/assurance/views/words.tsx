import { Notice, Tag, clauseHref, type TagColour } from '#screens/index.ts';
import type { Bound, Coverage, Version } from '../shapes.ts';

const bases: Readonly<Record<Bound['basis'], { readonly words: string; readonly colour: TagColour }>> = {
  stated: { words: 'Stated by the policy', colour: 'blue' },
  inferred: { words: 'Our reading', colour: 'purple' },
  default: { words: 'Our default, not in the policy', colour: 'yellow' },
};

/** Why something is so: never shown as the policy's word where it is ours. */
export const Basis = ({ of }: { readonly of: Bound['basis'] }) => (
  <Tag colour={bases[of].colour}>{bases[of].words}</Tag>
);

const statuses: Readonly<
  Record<Coverage['status'], { readonly words: string; readonly means: string; readonly colour: TagColour }>
> = {
  enforced: { words: 'Enforced', means: 'The program does not let it be broken.', colour: 'green' },
  measured: { words: 'Measured', means: 'The program measures how well it is kept.', colour: 'green' },
  shown: { words: 'Shown', means: 'The program shows people what it asks.', colour: 'blue' },
  outside: { words: 'Outside', means: 'It is kept outside this program.', colour: 'grey' },
  planned: { words: 'Planned', means: 'The program does not do this yet.', colour: 'yellow' },
};

export const statusWords = (status: Coverage['status']) => statuses[status];
export const isStatus = (text: string | undefined): text is Coverage['status'] =>
  text !== undefined && Object.hasOwn(statuses, text);
export const statusNames = Object.keys(statuses).filter(isStatus);

export const StatusTag = ({ of }: { readonly of: Coverage['status'] }) => (
  <Tag colour={statuses[of].colour}>{statuses[of].words}</Tag>
);

/** The query that keeps the reader in the version that they read; none for the one that decides. */
export const inVersion = ({ id, decides }: Version, more: Record<string, string> = {}): string => {
  const query = new URLSearchParams({ ...more, ...(decides ? {} : { version: id }) }).toString();
  return query === '' ? '' : `?${query}`;
};

export const clauseIn = (version: Version, clause: string): string => clauseHref(clause) + inVersion(version);

/** Above everything that is said of a version which does not decide. */
export function NotDeciding({ version }: { readonly version: Version }) {
  if (version.decides) return null;
  return (
    <Notice title="This version does not decide here">
      <p>
        {version.ours
          ? `You read version ${version.version} of our policy (${version.status.replaceAll('-', ' ')}, from ${version.effective}).`
          : `You read a policy of ${version.organisation}. It lies here to be read and compared.`}{' '}
        <a className="nhsuk-notification-banner__link" href="/policy">
          Read the one that decides
        </a>
      </p>
    </Notice>
  );
}

/** What a reader asked for that can be in an address. */
export const asked = (
  query: Readonly<Record<string, string>>,
  ...names: readonly string[]
): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const text = query[name]?.trim() ?? '';
      return text === '' ? [] : [[name, text]];
    }),
  );
