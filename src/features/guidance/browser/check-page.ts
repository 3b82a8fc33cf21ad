import { CheckBeforePost } from './check-element.ts';

/** Put in by the build: the worker's file, whose name changes with its content. */
declare const WORKER_FILE: string;

CheckBeforePost.startBeside = () => new Worker(new URL(WORKER_FILE, import.meta.url), { type: 'module' });

// What reads and checks is a hundred times this script: it comes once the page itself is shown.
const begin = (): void => customElements.define('check-before-post', CheckBeforePost);
if (document.readyState === 'complete') begin();
else addEventListener('load', begin, { once: true });
