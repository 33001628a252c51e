import { inTransaction } from '@adal/service';
import type { CommunicationsContext } from '../../context';
import type { ResolversTypes } from '../../generated/graphql';
import { Message } from './message.entity';
import { findMessage } from './message.queries';

/** Puts a failed message back into the queue with all its tries. A message that is in the queue is a success. */
export async function retryMessage(
  ctx: CommunicationsContext,
  id: string,
): Promise<Awaited<ResolversTypes['RetryMessageResult']>> {
  return inTransaction(ctx.db, async (tx) => {
    const message = await findMessage(tx, id);
    if (!message) {
      return { __typename: 'MessageUnknown', code: 'MESSAGE_UNKNOWN', message: 'No message has this id.' };
    }
    const failed = { id, status: 'FAILED' as const };
    const requeued = { status: 'QUEUED' as const, attempts: 0, nextAttemptAt: ctx.now, reason: null };
    const { affected } = await tx.update(Message, failed, requeued);
    if (affected) {
      ctx.log.info({ messageId: id, actor: ctx.actor.id }, 'Message put back into the queue');
      return { __typename: 'MessageQueued', queued: tx.merge(Message, message, requeued), replayed: false };
    }
    if (message.status === 'QUEUED' || message.status === 'SENDING') {
      return { __typename: 'MessageQueued', queued: message, replayed: true };
    }
    return {
      __typename: 'MessageNotRetriable',
      code: 'MESSAGE_NOT_RETRIABLE',
      message: `Only a failed message can be sent again; this one is ${message.status}.`,
    };
  });
}
