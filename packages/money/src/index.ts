export * from './minor';
export * from './arithmetic';
export * from './scalars';
export * from './columns';
export * from './written';
