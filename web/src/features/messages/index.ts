export { useMessageColumns } from './columns';
export { Message } from './message';
export { Messages } from './messages';
