export { EntryPostings } from './entry-postings';
