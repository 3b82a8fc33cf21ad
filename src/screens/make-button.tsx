import type { AnyCommand } from '#kernel/command.ts';
import { mayMake } from '#kernel/offer.ts';
import type { Standing } from '#kernel/rights.ts';
import { commandPath } from './command-form.tsx';

/** The way to the form of a command that makes something; nothing at all for whoever may not. */
export const MakeButton = ({
  command,
  standing,
  back,
  first = false,
}: {
  readonly command: AnyCommand;
  readonly standing: Standing | undefined;
  /** A local path to go to when it is done, instead of the new row's own page. */
  readonly back?: string;
  /** The one to press first. */
  readonly first?: boolean;
}) =>
  mayMake(command, standing) ? (
    <a
      className={`nhsuk-button nhsuk-button--small${first ? '' : ' nhsuk-button--secondary'}`}
      href={`${commandPath(command.name)}${back === undefined ? '' : `?_back=${encodeURIComponent(back)}`}`}
      role="button"
      draggable="false"
    >
      {command.label}
    </a>
  ) : null;
