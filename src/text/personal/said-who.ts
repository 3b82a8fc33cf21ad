import type { Reading } from '../reading.ts';
import type { Span } from '../span.ts';
import { grown, isEveryday, isPlace, isStop, isTime } from './name-words.ts';

const saidWho =
  /\b(?:[Tt]his is|[Ii]['’]?m|[Ii] am|[Nn]ame|[Pp]atient|[Ff]rom|[Aa]bout|[Cc]alled|[Mm]e and) (\p{Lu}[\p{L}'’-]{1,20}) (\p{Lu}[\p{L}'’-]{1,20})\b(?! (?:\p{Lu}|[Rr]oad|[Ss]treet))/gu;

/** `This is Tola Okafor`: two words with capitals that are nothing else, where somebody says who it is. */
export function* bySelf({ text }: Reading): Generator<Span> {
  for (const match of text.matchAll(saidWho)) {
    const [whole, name = '', family = ''] = match;
    const words = [name, family];
    if (
      words.some(
        (word) =>
          isStop(word) || isPlace(word) || isTime(word) || isEveryday(word) || word === word.toUpperCase(),
      )
    )
      continue;
    const end = match.index + whole.length;
    yield grown(text, end - name.length - family.length - 1, end, 1);
  }
}
