export * from './promotion';
export * from './goods';
export * from './condition';
export * from './effect';
export * from './programme';
export * from './basket';
export * from './quote-result';
export { reason, type Reason, type ReasonKey } from './reason';
export type { Fault, FaultCode } from './fault';
export type { Needs } from './needs';
export { bucketOf } from './bucket';
export { checkBasket, type BasketFault } from './check-basket';
export { checkDefinition } from './check-definition';
export { parseDefinition, printDefinition, type ParsedDefinition } from './definition';
export { describe } from './describe';
export { explain, type Explanation } from './explain';
export { compile, type Compiled } from './compile';
export { localTimeAt, type LocalTime } from './local-time';
export { quote } from './quote';
export { gallery, goldenProgramme } from './gallery';
export type {
  Family,
  Golden,
  GoldenReceipt,
  Parameter,
  ParameterKind,
  ParameterValue,
  Template,
} from './gallery';
export { categoryPath, categoryPaths } from './match-goods';
export { sentenceOf } from './sentences';
export type { Language } from './language';
