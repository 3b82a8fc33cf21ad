/** What follows people round on links and says nothing of the post. */
const tracking = /^(utm_\w+|fbclid|igsh|igshid|gclid|si|ref|ref_src|s|t)$/i;

/** A link as somebody pasted it, made the same for everybody who flags the same thing; undefined for what is no web address. */
export function flaggedLink(text: string): { readonly address: string; readonly key: string } | undefined {
  const trimmed = text.trim();
  const whole = /^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (/\s/.test(trimmed) || !URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  if (!url.hostname.includes('.') || url.username !== '' || url.password !== '') return undefined;
  url.hash = '';
  const address = url.href;
  const follows = Array.from(url.searchParams.keys()).filter((name) => tracking.test(name));
  for (const name of follows) url.searchParams.delete(name);
  url.searchParams.sort();
  const host = url.host.replace(/^(www|m|mobile)\./, '');
  return { address, key: `${host}${url.pathname.replace(/\/+$/, '')}${url.search}` };
}

/** Which of the policy's networks a link leads to, by its host; `elsewhere` where none. */
export function networkOf(key: string): string {
  const host = key.split('/')[0] ?? '';
  const found = hosts.find(([ends]) => host === ends || host.endsWith(`.${ends}`));
  return found?.[1] ?? 'elsewhere';
}

const hosts: readonly (readonly [string, string])[] = [
  ['facebook.com', 'facebook'],
  ['fb.com', 'facebook'],
  ['x.com', 'x'],
  ['twitter.com', 'x'],
  ['instagram.com', 'instagram'],
  ['linkedin.com', 'linkedin'],
  ['tiktok.com', 'tiktok'],
  ['youtube.com', 'youtube'],
  ['youtu.be', 'youtube'],
  ['bsky.app', 'bluesky'],
  ['snapchat.com', 'snapchat'],
];
