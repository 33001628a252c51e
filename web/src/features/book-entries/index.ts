export { BookEntries } from './book-entries';
export { entriesHref } from './variables';
