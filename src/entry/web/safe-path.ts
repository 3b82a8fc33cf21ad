/**
 * A path of our own to go to, from what a form or an address carried; undefined for anything that could lead
 * elsewhere. Only `/word/...?...` passes: no second slash in front, no back-slash, no control character.
 */
export function safePath(value: string | undefined): string | undefined {
  if (value === undefined || value.length > 500) return undefined;
  if (!/^\/(?:[A-Za-z0-9._~!$&'()*+,;=:@%?#-][A-Za-z0-9._~!$&'()*+,;=:@%/?#-]*)?$/.test(value))
    return undefined;
  return new URL(value, 'http://here.invalid').host === 'here.invalid' ? value : undefined;
}
