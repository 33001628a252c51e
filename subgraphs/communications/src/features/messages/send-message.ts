import { badInput, inTransaction, isClientId, isUuid } from '@adal/service';
import type { CommunicationsContext } from '../../context';
import type { ResolversTypes, SendMessageInput } from '../../generated/graphql';
import { findContact } from '../contacts';
import { findStaffTemplate } from '../templates';
import type { Message } from './message.entity';
import { findMessageOf } from './message.queries';
import { queueMessages } from './queue-message';

type SendMessageResult = Awaited<ResolversTypes['SendMessageResult']>;

/** Sends a template by hand. Marketing without a consent is refused, and the refusal is kept as a suppressed message. */
export async function sendMessage(ctx: CommunicationsContext, input: SendMessageInput): Promise<SendMessageResult> {
  if (!isClientId(input.requestId)) throw badInput('requestId must be 1 to 64 visible characters.');
  const cause = `staff:${input.requestId}`;
  return inTransaction(ctx.db, async (tx) => {
    const earlier = await findMessageOf(tx, cause);
    if (earlier) return answerReplay(earlier, input);
    const template = findStaffTemplate(input.template);
    if (!template) {
      const message = `No template "${input.template}" is sent by hand; see Query.templates with trigger "staff".`;
      return { __typename: 'TemplateNotSendable', code: 'TEMPLATE_NOT_SENDABLE', message };
    }
    if (!isUuid(input.memberId) || !(await findContact(tx, input.memberId))) return RECIPIENT_UNKNOWN;
    const [queued] = await queueMessages(tx, ctx.render, [
      {
        cause,
        memberId: input.memberId,
        template: template.key,
        data: {},
        occurredAt: ctx.now,
        now: ctx.now,
        correlationId: ctx.correlationId,
      },
    ]);
    if (queued) return answer(queued, false);
    // Another call with the same id may have won the race; otherwise there is nobody to write to.
    const winner = await findMessageOf(tx, cause);
    return winner ? answerReplay(winner, input) : RECIPIENT_UNKNOWN;
  });
}

function answerReplay(message: Message, input: SendMessageInput): SendMessageResult {
  if (message.memberId === input.memberId && message.template === input.template) return answer(message, true);
  return {
    __typename: 'MessageIdReused',
    code: 'MESSAGE_ID_REUSED',
    message: 'This requestId was used for another member or template. Make a new one for a new message.',
  };
}

function answer(message: Message, replayed: boolean): SendMessageResult {
  return message.status === 'SUPPRESSED' ? CONSENT_MISSING : { __typename: 'MessageQueued', queued: message, replayed };
}

const RECIPIENT_UNKNOWN = {
  __typename: 'RecipientUnknown',
  code: 'RECIPIENT_UNKNOWN',
  message: 'Nobody has this member id, the account is closed, or it has no e-mail address.',
} as const;

const CONSENT_MISSING = {
  __typename: 'ConsentMissing',
  code: 'CONSENT_MISSING',
  message: 'The member has not agreed to marketing by e-mail; nothing was sent.',
} as const;
