import type { ReactNode } from 'react';
import type { Citation, Policy, RuleName } from '#policy/index.ts';
import type { AnyCommand } from '#kernel/command.ts';
import type { House } from '#kernel/house.ts';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import type { Offer, Verb } from '#kernel/offer.ts';
import type { Askers, Question } from '#kernel/question.ts';
import type { InputError } from '#kernel/refusal.ts';
import type { SystemName } from '#kernel/roles.ts';
import type { Standing } from '#kernel/rights.ts';
import type { StoredRow } from '#kernel/row.ts';
import type { z } from 'zod';

/** What a view is given. It asks through this and through nothing else, so it cannot step round anybody's sight. */
export interface PageContext {
  readonly house: House;
  /** Undefined for the public, not signed in. */
  readonly standing: Standing | undefined;
  readonly now: Temporal.Instant;
  readonly policy: Policy;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Asks a question as this person. */
  readonly ask: <Output>(question: AskedQuestion<Output>, input?: Record<string, unknown>) => Promise<Output>;
  /** The row, if this person may see it. @throws Refused (404) otherwise. */
  readonly row: (of: Lifecycle, id: string) => Promise<StoredRow>;
  /** What this person may do to the row now, and who could do the rest. */
  readonly verbs: (of: Lifecycle, row: StoredRow) => Promise<Verb[]>;
  /** The form of a command, or a refusal. */
  readonly offer: (command: AnyCommand, id?: string) => Promise<Offer>;
  readonly cite: (rule: RuleName) => Citation;
  /** What other rooms have to say beside this row, room by room: see `Pages.panels`. */
  readonly beside: (of: Lifecycle, row: StoredRow) => Promise<ReactNode[]>;
}

export type AskedQuestion<Output> = Omit<Question, 'output' | 'read' | 'input'> & {
  readonly input: z.ZodType;
  readonly output: z.ZodType<Output>;
};

/** What came back from a form that could not be read: shown again with every error at its field. */
export interface Typed {
  readonly errors: readonly InputError[];
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** One page of a room. Its address, who may open it, and its view. */
export interface Page {
  /** Fastify's form: `/inbox/:id`. */
  readonly path: string;
  readonly askers: Askers;
  readonly title: string | ((context: PageContext) => string);
  /** Which of the header's places it belongs to. */
  readonly place?:
    | 'inbox'
    | 'publish'
    | 'check'
    | 'accounts'
    | 'duty'
    | 'policy'
    | 'people'
    | 'records'
    | 'more';
  readonly view: (context: PageContext) => Promise<ReactNode>;
  /**
   * What to show, with 400, where the view's questions cannot read what its address asks: its own form again, with
   * each error at its field. Without it the door answers plainly.
   */
  readonly wrong?: (context: PageContext, errors: readonly InputError[]) => Promise<ReactNode>;
  /** Kinds of row (lifecycle names) whose changes the open page wants to hear of. */
  readonly live?: readonly string[];
  /** A script that this page alone loads, by its name in the build. */
  readonly script?: string;
  /** What is typed here must not leave the page: the browser is told to open no connection of any kind for it. */
  readonly sendsNothing?: true;
}

/** Something that leaves as a file. Its rights are those of a page. */
export interface Download {
  readonly path: string;
  readonly askers: Askers;
  /** @throws Refused and InputRefused before the first line; afterwards the answer breaks off. */
  readonly file: (context: PageContext) => Promise<FileAnswer>;
}

export interface FileAnswer {
  /** Letters, figures, dots and dashes. */
  readonly name: string;
  readonly type: string;
  /** Each with its line end; sent as they come, so that the whole never lies in memory. */
  readonly lines: AsyncIterable<string>;
}

/** A form that anybody may send, signed in or not. It acts as a part of the program, and shows nothing that others sent. */
export interface PublicForm {
  readonly path: string;
  readonly title: string;
  readonly command: AnyCommand;
  readonly actor: SystemName;
  /** How often one place may send it in an hour. No place is written down. */
  readonly perHour: (context: PageContext) => number;
  /** What stands above the form. */
  readonly above: (context: PageContext) => ReactNode;
  /** What is shown once it was sent. @param onCall the number to ring, where the organisation gave one. */
  readonly sent: (context: PageContext, onCall: string | undefined) => ReactNode;
}

/** A room's second door: what only `main.ts` imports. */
export interface Pages {
  readonly room: string;
  readonly pages: readonly Page[];
  readonly downloads?: readonly Download[];
  readonly publicForms?: readonly PublicForm[];
  /** What to show above the form of a command on a row of this lifecycle, so that nobody answers blind. */
  readonly contexts?: Readonly<Record<string, Drawn>>;
  /**
   * What to show above the form of a command that makes a row of this lifecycle, by what stands in the form so far:
   * a measure about a message shows the message.
   */
  readonly makings?: Readonly<Record<string, DrawnFor>>;
  /**
   * What this room has to say beside a row of another room, by that lifecycle's name: a section with its own heading,
   * or null where it has nothing for this person. It asks as the person who looks, so it shows nothing beyond their sight.
   */
  readonly panels?: Readonly<Record<string, Drawn>>;
}

/** Part of a page about one row, as the person who looks may see it. */
export type Drawn = (context: PageContext, row: StoredRow) => Promise<ReactNode>;

/** Part of a page about a row that is only to be made, as the person who looks may see it. */
export type DrawnFor = (context: PageContext, values: Typed['values']) => Promise<ReactNode>;
