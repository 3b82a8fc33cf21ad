export { openSignIn, type SignIn } from './sign-in.ts';
export { signInRoutes, type ShowsPages } from './routes.tsx';
