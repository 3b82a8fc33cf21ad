import { createHash } from 'node:crypto';

const part = (hex: string, at: number): number => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance of `#rrggbb`, by WCAG 2.2. */
const luminance = (colour: string): number =>
  0.2126 * part(colour, 1) + 0.7152 * part(colour, 3) + 0.0722 * part(colour, 5);

/** Contrast of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/**
 * The organisation's colour as a style sheet, with the ink that is better read on it.
 * @throws for anything but `#rrggbb`, so that no setting can carry style of its own.
 */
export function organisationStyle(colour: string | undefined): { css: string; digest: string } | undefined {
  if (colour === undefined) return undefined;
  if (!/^#[0-9a-f]{6}$/i.test(colour)) {
    throw new Error(`The organisation’s colour must be written as #005eb8, not “${colour}”`);
  }
  const ink = contrast(colour, '#ffffff') >= 4.5 ? '#ffffff' : '#212b32';
  const css = `:root{--sp-organisation:${colour.toLowerCase()};--sp-on-organisation:${ink}}`;
  return { css, digest: createHash('sha256').update(css).digest('base64url').slice(0, 10) };
}
