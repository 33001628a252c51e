import type { MemberSnapshot } from '@adal/events';
import { messagesOf } from './record-members-imported';

const member = (attributes: Record<string, string>): MemberSnapshot => ({
  memberId: '01900000-0000-7000-8000-000000000001',
  ...{ revision: 1, externalId: null, status: 'ACTIVE', firstName: null, lastName: null, phone: null, email: null },
  ...{ birthDate: null, gender: 'UNKNOWN', city: null, homeStoreId: null, language: 'ru', channel: 'IMPORT' },
  ...{ registeredAt: '2026-11-22T00:00:00.000Z', cards: [], consents: [], attributes },
});

it('puts at most 300 members into a message', () => {
  expect(messagesOf(Array.from({ length: 650 }, () => member({}))).map((message) => message.length)).toEqual([
    300, 300, 50,
  ]);
});

it('keeps a message of large members below 512 KB', () => {
  const messages = messagesOf(Array.from({ length: 300 }, () => member({ note: 'ж'.repeat(4_000) })));
  expect(messages.flat()).toHaveLength(300);
  for (const message of messages) expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(512 * 1024);
});

it('sends nothing of nobody', () => expect(messagesOf([])).toEqual([]));
