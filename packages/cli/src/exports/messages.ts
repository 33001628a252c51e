import type { ExportKind } from './export-kind';
import { memberIdOf, type MemberKey } from './members';
import { readPages } from './read-pages';

interface MessageNode {
  readonly id: string;
  readonly member: MemberKey | null;
  readonly channel: string;
  readonly recipient: string;
  readonly template: string;
  readonly language: string;
  readonly purpose: string;
  readonly subject: string;
  readonly status: string;
  readonly reason: string | null;
  readonly attempts: number;
  readonly queuedAt: string;
  readonly sentAt: string | null;
}

/** What was said to members, newest first, without the bodies. */
export const messages: ExportKind = {
  needs: ['messages.read', 'members.read', 'members.pii.read'],
  columns: () => [
    ...['message_id', 'member_id', 'channel', 'recipient', 'template', 'language', 'purpose', 'subject', 'status'],
    ...['reason', 'attempts', 'queued_at', 'sent_at'],
  ],
  async *pages(client) {
    const list = {
      field: 'messages(first: $first, after: $after)',
      node: 'id member { id externalId } channel recipient template language purpose subject status reason attempts queuedAt sentAt',
    };
    for await (const { nodes, share } of readPages<MessageNode>(client, list)) yield { rows: nodes.map(rowOf), share };
  },
};

const rowOf = (message: MessageNode): Record<string, string | null> => ({
  message_id: message.id,
  member_id: memberIdOf(message.member),
  channel: message.channel,
  recipient: message.recipient,
  template: message.template,
  language: message.language,
  purpose: message.purpose,
  subject: message.subject,
  status: message.status,
  reason: message.reason,
  attempts: String(message.attempts),
  queued_at: message.queuedAt,
  sent_at: message.sentAt,
});
