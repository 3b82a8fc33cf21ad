import type { Medium } from '#checks/index.ts';

/** What somebody says of the picture, film or recording beside their words: as the boxes give it, nothing where nothing is said. */
export interface SaidOfMedium {
  readonly kind: string;
  readonly alt: string;
  readonly people: string;
  readonly rights: string;
  readonly captions: string;
  readonly transcript: boolean;
}

const kinds: Readonly<Record<string, Medium['kind']>> = {
  image: 'image',
  gif: 'gif',
  video: 'video',
  audio: 'audio',
};

const captionsBy: Readonly<Record<string, Medium['captions']>> = {
  human: { source: 'human' },
  auto: { source: 'auto' },
  read: { source: 'auto', checkedBy: 'whoever asks' },
  'burned-in': { source: 'burned-in' },
};

const peopleBy: Readonly<Record<string, Pick<Medium, 'people' | 'consentIds'>>> = {
  nobody: { people: 0 },
  agreed: { people: true, consentIds: ['kept elsewhere'] },
  'not-agreed': { people: true, consentIds: [] },
};

/** @returns undefined where there is no picture, film or recording. */
export function mediumFrom(said: SaidOfMedium): Medium | undefined {
  const kind = kinds[said.kind];
  if (kind === undefined) return undefined;
  const captions = captionsBy[said.captions];
  return {
    kind,
    alt: said.alt,
    ...(captions === undefined ? {} : { captions }),
    ...peopleBy[said.people],
    ...(said.rights === '' ? {} : { licence: said.rights }),
    transcript: said.transcript,
  };
}
