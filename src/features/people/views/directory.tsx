import type { ReactNode } from 'react';
import { MakeButton, PageHeading, Tag, VerbButtons, format, type PageContext } from '#screens/index.ts';
import { addDepartment, addSignpost } from '../commands/directory.ts';
import { department, signpost } from '../lifecycle.ts';
import { directory } from '../queries.ts';

/** The directory: where people are pointed to, and the departments that answer. */
export async function directoryPage({ ask, row: rowOf, verbs, standing }: PageContext): Promise<ReactNode> {
  const { departments, signposts } = await ask(directory);
  const buttons = async (
    of: typeof signpost | typeof department,
    { id, version }: { readonly id: string; readonly version: number },
    about: string,
  ) => (
    <VerbButtons
      verbs={await verbs(of, await rowOf(of, id))}
      row={{ id, version }}
      back="/directory"
      about={about}
      quiet
    />
  );
  return (
    <>
      <PageHeading>Directory</PageHeading>
      <h2 className="nhsuk-heading-m">Where we point people to</h2>
      <MakeButton command={addSignpost} standing={standing} />
      {await Promise.all(
        signposts.map(async (entry) => (
          <article key={entry.id} className="sp-row">
            <h3 className="nhsuk-heading-s">
              {entry.topic} {entry.stale ? <Tag colour="red">Check it before you use it</Tag> : null}
            </h3>
            <p>
              {entry.contact} {entry.url === null ? null : <span>{entry.url}</span>}
            </p>
            <p className="nhsuk-hint">
              {entry.hours}. Checked on {format.isoDayOf(entry.checkedOn)}.
            </p>
            {await buttons(signpost, entry, entry.topic)}
          </article>
        )),
      )}
      <h2 className="nhsuk-heading-m">Departments</h2>
      <MakeButton command={addDepartment} standing={standing} />
      {await Promise.all(
        departments.map(async (entry) => (
          <article key={entry.id} className="sp-row">
            <h3 className="nhsuk-heading-s">
              {entry.name}{' '}
              {entry.answers ? (
                <Tag colour="green">Answers people</Tag>
              ) : (
                <Tag colour="grey">Does not answer</Tag>
              )}
            </h3>
            <p>{entry.contact}</p>
            <p className="nhsuk-hint">
              {entry.hours}. Checked on {format.isoDayOf(entry.checkedOn)}.
            </p>
            {await buttons(department, entry, entry.name)}
          </article>
        )),
      )}
    </>
  );
}
