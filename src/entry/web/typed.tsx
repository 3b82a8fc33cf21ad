import type { AnyCommand } from '#kernel/command.ts';
import { askOf } from '#kernel/form.ts';
import type { TextBody } from '#kernel/form-text.ts';

/** Shows no secret, and nothing that the door itself added. */
function isShown(command: AnyCommand | undefined, name: string): boolean {
  if (name.startsWith('_')) return false;
  const field = command?.input.shape[name];
  return field === undefined || askOf(field, name).kind !== 'secret';
}

const labelOf = (command: AnyCommand | undefined, name: string): string => {
  const field = command?.input.shape[name];
  return field === undefined ? name.replaceAll('-', ' ') : askOf(field, name).label;
};

const listOf = (value: TextBody[string]): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** What somebody typed, still there to be copied: whatever went wrong, their words are theirs. */
export function WhatYouWrote({
  command,
  body,
}: {
  readonly command: AnyCommand | undefined;
  readonly body: TextBody;
}) {
  const written = Object.entries(body)
    .filter(([name]) => isShown(command, name))
    .map(([name, value]) => ({ name, words: listOf(value).join('\n') }))
    .filter(({ words }) => words.trim() !== '');
  if (written.length === 0) return null;
  return (
    <section aria-labelledby="what-you-wrote">
      <h2 className="nhsuk-heading-m" id="what-you-wrote">
        What you wrote
      </h2>
      {written.map(({ name, words }) => (
        <div key={name}>
          <h3 className="nhsuk-heading-xs">{labelOf(command, name)}</h3>
          <div className="sp-typed">{words}</div>
        </div>
      ))}
    </section>
  );
}

/** The same form again by one press, with the same key, so that it is done once whatever happened before. */
export const SendAgain = ({
  command,
  body,
  path,
}: {
  readonly command: AnyCommand | undefined;
  readonly body: TextBody;
  readonly path: string;
}) => (
  <form action={path} method="post">
    {Object.entries(body)
      .filter(([name]) => name.startsWith('_') || isShown(command, name))
      .flatMap(([name, value]) =>
        listOf(value).map((one, index) => (
          <input type="hidden" name={name} value={one} key={`${name} ${index}`} />
        )),
      )}
    <button className="nhsuk-button" type="submit">
      Send it again
    </button>
  </form>
);
