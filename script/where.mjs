// Reads a trace and names for each place in dist/signpost.mjs the file and line that it came from.
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';

const map = new SourceMap(
  JSON.parse(readFileSync(join(import.meta.dirname, '../dist/signpost.mjs.map'), 'utf8')),
);

const placed = readFileSync(0, 'utf8').replaceAll(
  /[^\s(]*dist\/signpost\.mjs:(\d+):(\d+)/g,
  (place, line, column) => {
    const { fileName, lineNumber, columnNumber } = map.findOrigin(Number(line), Number(column));
    return fileName === undefined
      ? place
      : `${fileName.replace(/^(\.\.\/)+/, '')}:${lineNumber}:${columnNumber}`;
  },
);
process.stdout.write(placed);
