export { RevenueTree } from './revenue-tree';
