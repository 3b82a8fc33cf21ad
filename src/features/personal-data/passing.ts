import type { Reader } from '#kernel/need.ts';
import type { Content } from '#features/hand-over/index.ts';
import { wordsToPassOn } from '#features/inbox/index.ts';
import { kindsInWords, type PersonalDataTables } from './words.ts';

/**
 * What a receiver is given, put together at the moment of the hand-over: it is sealed as it is written there, and
 * stands in no event, job or line of the trail.
 */
export async function toPassOn(read: Reader, removal: string) {
  const row = await read
    .tables<PersonalDataTables>()
    .selectFrom('removals')
    .select(['enquiry', 'department', 'receiver', 'address', 'kinds', 'why', 'state'])
    .where('id', '=', removal)
    .executeTakeFirst();
  if (row?.state !== 'passed-on' || row.receiver === null) return undefined;
  const said = await wordsToPassOn(read, row.enquiry);
  if (!said) return undefined;
  const part = (heading: string, words: string) => (words === '' ? [] : [{ heading, words }]);
  const content: Content = {
    parts: [
      ...part('Who wrote it', said.author),
      ...part('What they wrote', said.text),
      ...part('What they wrote first', said.first ?? ''),
      ...part(
        'Pictures',
        said.pictures.map(({ alt, url }) => (alt === '' ? url : `${alt}: ${url}`)).join('\n'),
      ),
    ],
  };
  return {
    enquiry: row.enquiry,
    ...(row.department === null ? {} : { department: row.department }),
    receiver: row.receiver,
    addresses: row.address === null ? [] : [row.address],
    kinds: row.kinds.list.map((kind) => kindsInWords([kind])),
    reason: row.why ?? 'It is theirs to deal with',
    content: JSON.stringify(content),
  };
}
