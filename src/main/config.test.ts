import { expect, test } from 'vitest';
import { readConfig } from '../config.ts';

test('there is no second reader unless one is set, and one half of it is told', () => {
  expect(readConfig({}, false).secondReader).toBeUndefined();
  const [url, model] = ['http://127.0.0.1:11434', 'small'];
  expect(
    readConfig({ SIGNPOST_SECOND_READER: url, SIGNPOST_SECOND_READER_MODEL: model }, false).secondReader,
  ).toEqual({ url, model, key: undefined });
  expect(() => readConfig({ SIGNPOST_SECOND_READER: url }, false)).toThrow(/SECOND_READER_MODEL/);
  expect(() => readConfig({ SIGNPOST_SECOND_READER_MODEL: model }, false)).toThrow(/both/);
});
