export type { LocalDate } from './dates';
export { FmtProvider, useFmt, useNow } from './fmt-provider';
export type { Fmt } from './create-fmt';
