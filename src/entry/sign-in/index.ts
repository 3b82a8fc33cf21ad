export { attempts } from './attempts.ts';
export { openSignIn, type SignIn } from './sign-in.ts';
export type { ShowsPages } from './door.ts';
export { signInRoutes } from './routes.tsx';
