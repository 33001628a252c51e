export { SignInForm } from './sign-in-form';
export { useSignOut } from './use-sign-out';
