export { web, BODY_LIMIT } from './web.ts';
export type { ChangedRow, Live, PracticePerson, PracticePort, SignInPort, WebOptions } from './options.ts';
export { contextFor } from './context.ts';
export { headersOf } from './viewer.ts';
export { isOwn } from './origin.ts';
export { safePath } from './safe-path.ts';
