import { heard, make } from './make.ts';
import type { Rests, ShownFinding, ShownQuestion, Stretch } from './messages.ts';
import { headings } from './words.ts';

const kinds = ['stops', 'asks', 'advice'] as const;

/** What can be done about one finding, by pressing a button. */
export interface Presses {
  readonly fix: (found: ShownFinding) => void;
  readonly point: (found: ShownFinding) => void;
}

const caveats = { stated: '', inferred: ' (our reading of the policy)', default: '' } as const;

/** The clause as a link; what is our own says so and leads nowhere. */
export function citation({ clause, words, basis }: Rests): HTMLElement {
  if (clause === null) return make('span', 'sp-cite sp-cite--default', 'Our default, not in the policy');
  const link = make(
    'a',
    `sp-cite sp-cite--${basis}`,
    heard('Policy clause '),
    make('span', 'sp-cite__clause', clause),
    ` ${words}${caveats[basis]}`,
  );
  link.href = `/policy/${encodeURIComponent(clause)}`;
  // Leaving the page forgets what was typed.
  link.target = '_blank';
  link.rel = 'noopener';
  link.append(heard(' (opens in a new tab)'));
  return link;
}

function pressed(made: HTMLButtonElement, key: string, press: () => void): HTMLButtonElement {
  made.type = 'button';
  made.dataset['press'] = key;
  made.addEventListener('click', press);
  return made;
}

const button = (words: string, key: string, press: () => void): HTMLButtonElement =>
  pressed(make('button', 'nhsuk-button nhsuk-button--secondary nhsuk-button--small', words), key, press);

/** Quieter than the button that changes something. */
const pointer = (number: number, key: string, press: () => void): HTMLButtonElement =>
  pressed(make('button', 'sp-link-button', 'Show me where', heard(`, number ${number}`)), key, press);

function fixWords({ fixes, excerpt }: ShownFinding): string {
  const to = fixes[0]?.replacement.trim() ?? '';
  const all = fixes.length > 1 ? ` in all ${fixes.length} places` : '';
  if (to === '') return fixes.length > 1 ? `Take them out${all}` : 'Take it out';
  // What joins it to the words before is no news.
  return excerpt === '' ? `Add “${to.replace(/^[\s.]+/, '')}”` : `Change to “${to}”${all}`;
}

function finding(found: ShownFinding, number: number, presses: Presses): HTMLElement {
  const { does, grave, excerpt, message, places, fixes, key } = found;
  const item = make('li', `sp-found sp-found--${does}`);
  item.append(
    make('p', 'sp-found__head', make('span', 'sp-found__number', String(number)), ' ', grave),
    ...(excerpt === '' ? [] : [make('p', 'sp-found__words', `“${excerpt}”${alsoIn(places.length)}`)]),
    make('p', 'sp-found__message', message),
    citation(found),
  );
  const doing = [
    ...(fixes.length === 0 ? [] : [button(fixWords(found), `fix ${key}`, () => presses.fix(found))]),
    ...(places.length === 0 ? [] : [pointer(number, `point ${key}`, () => presses.point(found))]),
  ];
  if (doing.length > 0) item.append(make('div', 'sp-found__press', ...doing));
  return item;
}

const alsoIn = (places: number): string => (places > 1 ? `, in ${places} places` : '');

/** Everything found, grouped by what it does, and the questions that only a person can answer. */
export function findingsList(
  findings: readonly ShownFinding[],
  questions: readonly ShownQuestion[],
  presses: Presses,
): HTMLElement[] {
  return [
    ...kinds.flatMap((does) => {
      const inside = findings.filter((one) => one.does === does);
      if (inside.length === 0) return [];
      return [
        make('h4', 'nhsuk-heading-xs sp-found__group', headings[does]),
        make(
          'ul',
          'sp-found__list',
          ...inside.map((one) => finding(one, findings.indexOf(one) + 1, presses)),
        ),
      ];
    }),
    ...asked(questions),
  ];
}

const asked = (questions: readonly ShownQuestion[]): HTMLElement[] =>
  questions.length === 0
    ? []
    : [
        make('h4', 'nhsuk-heading-xs sp-found__group', 'Only you can answer'),
        make(
          'ul',
          'sp-found__list',
          ...questions.map((one) =>
            make('li', 'sp-found sp-found--asked', make('p', 'sp-found__message', one.ask), citation(one)),
          ),
        ),
      ];

/** The text with its marks: a line under the words, and the number of the finding. */
export const markedText = (stretches: readonly Stretch[]): HTMLElement =>
  make(
    'p',
    'sp-marked',
    ...stretches.map(({ words, does, numbers }) => {
      if (does === null) return words;
      const mark = make('mark', 'sp-mark', make('span', `sp-mark__words sp-mark__words--${does}`, words));
      mark.append(make('sup', 'sp-mark__numbers', numbers.join(',')));
      return mark;
    }),
  );
