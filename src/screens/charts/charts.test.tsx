import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { markup } from '../testing-fixtures.tsx';
import { BarChart, writeValue } from './bar-chart.tsx';
import { DayStrip, dayStripWords, runsOf } from './day-strip.tsx';
import { binWords, Distribution, placeOf, type Bin } from './distribution.tsx';

describe('day strip', () => {
  const day = {
    title: 'Who was looking',
    open: [{ from: 540, to: 1020 }],
    marks: [
      { minute: 545, kind: 'person' as const },
      { minute: 546, kind: 'poll' as const },
      { minute: 547, kind: 'poll' as const },
    ],
    gaps: [{ from: 700, to: 800 }],
  };
  test('is said in sentences', () => {
    expect(dayStripWords(day)).toBe(
      'Open 09:00 to 17:00. A person looked in 1 minute, the program in 2 minutes. Nobody looked from 11:40 to 13:20.',
    );
    expect(dayStripWords({ ...day, open: [], gaps: [] })).toContain('Closed all day.');
  });
  test('a gap is words and not only a colour', () => {
    expect(markup(<DayStrip {...day} />)).toContain('<strong>Nobody looked:</strong> 11:40 to 13:20');
  });
  test('runs hold exactly the minutes that they were made of, and few of others', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1439), { maxLength: 200 }), (minutes) => {
        const runs = runsOf(minutes, 0);
        const covered = runs.flatMap((run) =>
          Array.from({ length: run.to - run.from }, (_, step) => run.from + step),
        );
        expect(covered).toEqual([...new Set(minutes)].toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('bars', () => {
  test('nothing to measure is never shown as nought', () => {
    expect(writeValue(null, 'share')).toBe('no data');
    const html = markup(
      <BarChart
        caption="On time"
        labels={{ bar: 'Week', value: 'On time' }}
        unit="share"
        target={0.9}
        bars={[{ label: '16 Nov', value: null }]}
      />,
    );
    expect(html).toContain('no data');
    expect(html).not.toContain('sp-bars__bar"');
  });
  test('each figure stands in the table', () => {
    const html = markup(
      <BarChart
        caption="Posts"
        labels={{ bar: 'Week', value: 'Posts' }}
        unit="count"
        bars={[
          { label: '2 Nov', value: 1204, note: 'of 1,300' },
          { label: '9 Nov', value: 0 },
        ]}
      />,
    );
    expect(html).toContain('1,204');
    expect(html).toContain('of 1,300');
    expect(html).not.toContain('NaN');
  });
});

describe('distribution', () => {
  const bins: Bin[] = [
    { from: 0, to: 60, count: 3 },
    { from: 60, to: 120, count: 1 },
    { from: 120, to: null, count: 2 },
  ];
  test('the promise stands where its minutes are', () => {
    expect(placeOf(60, bins)).toBeCloseTo(1 / 3);
    expect(placeOf(90, bins)).toBeCloseTo(0.5);
    expect(placeOf(120, bins)).toBeCloseTo(2 / 3);
    expect(placeOf(500, bins)).toBeCloseTo(2 / 3);
  });
  test('every figure is in the table, with whether it kept the promise', () => {
    const html = markup(<Distribution caption="Replies" of="replies" bins={bins} target={120} />);
    expect(html).toContain('aria-label="Replies. 6 replies. The table below has every figure."');
    expect(html.match(/>yes</g)).toHaveLength(2);
    expect(html.match(/>no</g)).toHaveLength(1);
    expect(bins.map(binWords)).toEqual(['0 min to 1 h', '1 h to 2 h', '2 h or more']);
  });
  test('nothing at all is a flat line', () => {
    expect(markup(<Distribution caption="None" of="replies" bins={[]} target={120} />)).not.toContain('NaN');
  });
});
