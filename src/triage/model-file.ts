import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { headCount } from './heads.ts';

/** Bytes of a number's difference to the one before, all lowest bytes first: sorted numbers lie close together. */
function planes(sorted: Int32Array): Buffer {
  const out = Buffer.alloc(sorted.length * 4);
  sorted.forEach((number, at) => {
    const apart = (number - (at === 0 ? 0 : (sorted[at - 1] ?? 0))) | 0;
    for (let byte = 0; byte < 4; byte += 1) out[byte * sorted.length + at] = apart >>> (byte * 8);
  });
  return out;
}

function fromPlanes(bytes: Buffer, count: number): Int32Array {
  const out = new Int32Array(count);
  let last = 0;
  for (let at = 0; at < count; at += 1) {
    let apart = 0;
    for (let byte = 0; byte < 4; byte += 1) apart |= (bytes[byte * count + at] ?? 0) << (byte * 8);
    last = (last + apart) | 0;
    out[at] = last;
  }
  return out;
}

/** Features and weights as they are kept: differences of the hashes, then the weights, compressed. */
export const packed = (hashes: Int32Array, weights: Int8Array): Buffer =>
  brotliCompressSync(Buffer.concat([planes(hashes), Buffer.from(weights.buffer, 0, weights.length)]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });

/** @throws where bytes are missing or too many. */
export function unpacked(
  bytes: Buffer,
  count: number,
  heads = headCount,
): { hashes: Int32Array; weights: Int8Array } {
  const whole = brotliDecompressSync(bytes);
  if (whole.length !== count * (4 + heads)) throw new Error(`${whole.length} bytes for ${count} features`);
  return { hashes: fromPlanes(whole, count), weights: new Int8Array(whole.subarray(count * 4)) };
}
