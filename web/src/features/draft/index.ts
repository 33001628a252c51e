export * from './json';
export * from './tree';
export * from './history';
export * from './row-kinds';
