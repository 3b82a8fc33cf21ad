import { check, inBody } from '../check.ts';

const faces =
  /(?<![\p{L}\p{N}:/])(?:[:;=8xX]['’]?-[)(DPpoO|\\/*\][]|[:;=]['’]?[)(DP*](?![\p{L}\p{N}])|(?<![\p{L}])[xX]D(?![\p{L}\p{N}])|<3(?!\d)|\^_?\^|¯\\_\(ツ\)_\/¯|[(（ʕ][^\s()（）]{0,3}[•°ಠ╥ω◕﹏∀▽‿ᴥ益ᵔᴗ□ﾟ≧≦][^()（）\n]{0,6}[)）ʔ]|\(y\)|xoxo)/gu;

/** Typed faces, and pictures made of signs. */
export const textArt = check('checks.text-art', 'ACC-19', function* look({ text }) {
  for (const match of text.matchAll(faces)) {
    const span = { start: match.index, end: match.index + match[0].length };
    yield inBody(span, `Take out ${match[0]}: it is read out sign by sign.`, '');
  }
  const lines = text.split('\n');
  let run = 0;
  let start = 0;
  for (const line of lines) {
    run = isDrawing(line) ? run + 1 : 0;
    if (run === 4) {
      yield inBody(
        { start: Math.max(0, start - 1), end: start + line.length },
        'Use a picture with a description: signs set as a drawing cannot be listened to.',
      );
      return;
    }
    start += line.length + 1;
  }
});

function isDrawing(line: string): boolean {
  const seen = line.replaceAll(/\s/g, '');
  if (seen.length < 3) return false;
  const letters = seen.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters * 2 < seen.length && !/^https?:/.test(seen) && !/\p{RGI_Emoji}/v.test(seen);
}
