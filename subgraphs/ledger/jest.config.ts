export { default } from '@adal/testkit/jest-preset';
