export { LanguageMenu } from './language-menu';
export { Shell } from './shell';
