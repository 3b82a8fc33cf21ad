export type { ChangedRow, Live, PracticePerson, PracticePort, SignInPort, WebOptions } from './options.ts';
export { web } from './web.ts';
