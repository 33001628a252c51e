export * from './condition-kinds';
export * from './definition';
