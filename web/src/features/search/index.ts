export { Search } from './search';
export { SearchButton } from './search-button';
