import type { Pages } from '#screens/index.ts';

export const onCallPages: Pages = { room: 'on-call', pages: [] };
