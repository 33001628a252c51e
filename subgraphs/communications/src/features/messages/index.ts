/** What we said and are about to say: one table is the queue and the log. */
import { readSdl } from '@adal/service';
import { resolvers } from './messages.resolvers';

export const messages = { typeDefs: readSdl(__dirname, 'messages.graphql'), resolvers };
export { Message } from './message.entity';
export type { MessagePage } from './message.queries';
export { queueMessages } from './queue-message';
export { sendDueMessages } from './send-due-messages';
