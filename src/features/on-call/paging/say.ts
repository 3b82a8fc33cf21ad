import type { Policy } from '#policy/index.ts';
import { calledWhom, type Danger, type Page, type PageMessage } from './words.ts';

/** What a message says. It holds a label, a network, a time and a link: nothing that the public wrote, and nobody's name. */
export interface Said {
  readonly subject: string;
  readonly words: string;
  /** Where it leads, without the host. */
  readonly path: string;
}

interface LabelInWords {
  readonly name: string;
  readonly dangerToLife: boolean;
  readonly lines: readonly string[];
}

/** A label in plain words, with what may be said of it. One that the policy does not name is told as such. */
export function labelOf(policy: Policy, id: string): LabelInWords {
  const { labels, otherwise } = policy.value('paging.labels');
  const { name, dangerToLife = false, lines } = labels.find((one) => one.id === id) ?? otherwise;
  return { name, dangerToLife, lines };
}

export const networkOf = (policy: Policy, id: string): string =>
  policy.value('register.networks').networks.find((one) => one.id === id)?.name ?? id;

export function sayPage(
  page: Pick<Page, 'id' | 'lead' | 'network' | 'severity' | 'received_at' | 'hole' | 'created_at' | 'rung'>,
  message: Pick<PageMessage, 'rung' | 'who'>,
  policy: Policy,
): Said {
  const { name } = labelOf(policy, page.lead);
  const time = clock(page.received_at, policy.zone);
  const why = whyYou(page, message, policy.zone);
  return {
    subject: `${name}: please look now`,
    words: `${name}. ${networkOf(policy, page.network)}, ${time}. Severity ${page.severity}.${why}`,
    path: `/duty/pages/${page.id}`,
  };
}

/** Why this person, and not another or not earlier. */
function whyYou(
  page: Pick<Page, 'hole' | 'created_at'>,
  { rung, who }: Pick<PageMessage, 'rung' | 'who'>,
  zone: string,
): string {
  if (page.hole) return ' Nobody is on the rota, so you are asked.';
  if (rung === 0) return '';
  const since = clock(page.created_at, zone);
  if (rung >= 1000) return ' A colleague hands it up to you.';
  return who === 'duty'
    ? ` Nobody has answered since ${since}.`
    : ` Nobody below you has answered since ${since}.`;
}

export const sayDigest = (items: number): Said => ({
  subject: `To look at first: ${items}`,
  words: `${items === 1 ? 'One message' : `${items} messages`} should be looked at first. Nobody need be woken for ${items === 1 ? 'it' : 'them'}.`,
  path: '/duty/report',
});

export function sayDanger(row: Pick<Danger, 'id' | 'called' | 'created_at'>, zone: string): Said {
  const called =
    row.called === 'nobody' ? 'Nobody was called.' : `Called: ${calledWhom[row.called].toLowerCase()}.`;
  return {
    subject: 'Somebody was in danger: for you to know',
    words: `A colleague reports that somebody was in danger, ${clock(row.created_at, zone)}. ${called}`,
    path: `/duty/report#danger-${row.id}`,
  };
}

export const sayTest = (path: string): Said => ({
  subject: 'This is a test',
  words: 'This is a test of how you are reached. Please say that it arrived.',
  path,
});

const formats = new Map<string, Intl.DateTimeFormat>();
function clock(at: Temporal.Instant, zone: string): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
  formats.set(zone, format);
  return format.format(at.epochMilliseconds);
}
