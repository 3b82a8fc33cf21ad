export { startWorker, type WorkerOptions } from './worker.ts';
export { collectAll } from './collect.ts';
export { sendReply } from './send-replies.ts';
export { writeLetter, type Letters, type Post } from './letters.ts';
export type { Reach } from './reach.ts';
export type { Jobs, Log } from './jobs.ts';
export { lookAfterPage, sendPage, type Waking } from './send-pages.ts';
