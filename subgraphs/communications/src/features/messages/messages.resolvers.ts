import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { findMessage, listMessages } from './message.queries';
import { maskEmail } from './message.rules';
import { retryMessage } from './retry-message';
import { sendMessage } from './send-message';

export const resolvers: Resolvers = {
  Query: {
    messages: (_root, { filter, first, after }, ctx) => {
      requirePermission(ctx, 'messages.read');
      return listMessages(ctx.db, filter ?? {}, { first, after });
    },
    message: (_root, { id }, ctx) => {
      requirePermission(ctx, 'messages.read');
      return findMessage(ctx.db.manager, id);
    },
  },
  Mutation: {
    sendMessage: (_root, { input }, ctx) => {
      requirePermission(ctx, 'messages.send');
      return sendMessage(ctx, input);
    },
    retryMessage: (_root, { id }, ctx) => {
      requirePermission(ctx, 'messages.send');
      return retryMessage(ctx, id);
    },
  },
  Member: {
    messages: (member, { first, after }, ctx) => {
      requirePermission(ctx, 'messages.read');
      return listMessages(ctx.db, { memberId: member.id }, { first, after });
    },
  },
  Message: {
    __resolveReference: ({ id }, ctx) => {
      requirePermission(ctx, 'messages.read');
      return findMessage(ctx.db.manager, id);
    },
    member: (message) => ({ id: message.memberId }),
    recipient: (message, _args, ctx) =>
      ctx.actor.permissions.has('members.pii.read') ? message.recipient : maskEmail(message.recipient),
    html: (message, _args, ctx) => (ctx.actor.permissions.has('members.pii.read') ? message.html : null),
    nextAttemptAt: (message) => (message.status === 'QUEUED' ? message.nextAttemptAt : null),
  },
};
