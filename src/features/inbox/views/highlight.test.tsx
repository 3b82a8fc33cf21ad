import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { placesIn } from '../queries/triage-seen.ts';
import { Highlighted, piecesOf } from './highlight.tsx';

const drawn = (text: string, ...places: [number, number][]) =>
  renderToStaticMarkup(
    <Highlighted text={text} because={places.map(([start, end]) => ({ start, end, label: 'x' }))} />,
  );

test('words are marked, and everything stays text', () => {
  expect(drawn('<b>not breathing</b>', [3, 16])).toBe(
    '&lt;b&gt;<mark class="sp-because">not breathing</mark>&lt;/b&gt;',
  );
});
test('places may overlap, be out of order, or lie outside: no letter is lost and none is shown twice', () => {
  const text = 'abcdefghij';
  for (const places of [
    [
      [2, 5],
      [4, 8],
    ],
    [
      [6, 8],
      [0, 3],
    ],
    [
      [2, 8],
      [3, 4],
    ],
    [[8, 99]],
    [[50, 60]],
    [[-5, 2]],
    [],
  ] as [number, number][][]) {
    const pieces = piecesOf(
      text,
      places.map(([start, end]) => ({ start, end })),
    );
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  }
});
test('in a text of another length than was read nothing is marked: places would point at other words', () => {
  const labels = {
    list: [{ id: 'x', score: 1, spans: [{ start: 0, end: 3 }], by: 'triage' as const }],
    length: 10,
  };
  expect(placesIn('abcdefghij', labels)).toEqual([{ start: 0, end: 3, label: 'x' }]);
  expect(placesIn('[phone] abcdefghij', labels)).toEqual([]);
});
