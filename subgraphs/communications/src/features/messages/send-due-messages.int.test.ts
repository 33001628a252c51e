import { aMember, NOW } from '../../../test/builders';
import { startCommunications, type TestCommunications } from '../../../test/harness';
import type { Delivery, OutgoingMail } from '../channels';
import { saveContacts } from '../contacts';
import { Message } from './message.entity';
import { ATTEMPTS_MAX } from './message.rules';
import { queueMessages } from './queue-message';
import { LEASE_MS, sendDueMessages } from './send-due-messages';

describe('sendDueMessages', () => {
  let deliver: (mail: OutgoingMail) => Promise<Delivery>;
  let communications: TestCommunications;
  beforeAll(async () => {
    communications = await startCommunications((mail) => deliver(mail));
  });
  beforeEach(async () => {
    deliver = async () => ({ outcome: 'TAKEN' });
    communications.mails.length = 0;
    communications.clock.set(NOW);
    await communications.db.query('truncate message, outbox');
  });
  afterAll(() => communications.stop());

  const send = (): Promise<void> => sendDueMessages(communications.context());
  const stateOf = (id: string): Promise<Message> => communications.db.manager.findOneByOrFail(Message, { id });
  const told = async (): Promise<string[]> => {
    const rows: { subject: string }[] = await communications.db.query('select subject from outbox order by seq');
    return rows.map((row) => row.subject);
  };
  const queue = async (template: 'welcome' | 'invitation' = 'welcome', member = aMember()): Promise<Message> => {
    await saveContacts(communications.db.manager, [member]);
    const [message] = await queueMessages(communications.db.manager, communications.render, [
      {
        cause: `test:${member.memberId}`,
        memberId: member.memberId,
        template,
        data: { cardNumber: null },
        occurredAt: NOW,
        now: NOW,
        correlationId: 'till-7',
      },
    ]);
    if (!message) throw new Error('Nothing was queued');
    return message;
  };
  const busy = async (): Promise<Delivery> => ({ outcome: 'UNSETTLED', reason: 'ECONNREFUSED' });

  it('sends what is due, once, and tells of it', async () => {
    const message = await queue();
    await send();
    await send();
    expect(communications.mails).toMatchObject([{ id: message.id, to: message.recipient, marketing: false }]);
    expect(await stateOf(message.id)).toMatchObject({ status: 'SENT', attempts: 1, sentAt: NOW, nextAttemptAt: null });
    expect(await told()).toEqual(['communications.message.sent.v1']);
  });

  it('tries again with longer and longer pauses, and no sooner', async () => {
    const message = await queue();
    deliver = busy;
    await send();
    expect(await stateOf(message.id)).toMatchObject({ status: 'QUEUED', attempts: 1, reason: 'ECONNREFUSED' });
    communications.clock.advanceMs(3_900);
    await send();
    expect(await stateOf(message.id)).toMatchObject({ attempts: 1 });
    deliver = async () => ({ outcome: 'TAKEN' });
    communications.clock.advanceMs(2_200);
    await send();
    expect(await stateOf(message.id)).toMatchObject({ status: 'SENT', attempts: 2, reason: null });
  });

  it('gives up after the last try and says so once', async () => {
    const message = await queue();
    deliver = busy;
    for (let tries = 0; tries < ATTEMPTS_MAX + 2; tries += 1) {
      await send();
      communications.clock.advanceMs(5 * 3_600_000);
    }
    expect(await stateOf(message.id)).toMatchObject({ status: 'FAILED', attempts: ATTEMPTS_MAX, nextAttemptAt: null });
    expect(await told()).toEqual(['communications.message.failed.v1']);
  });

  it('gives up at once what the server refuses, and keeps the address out of the reason', async () => {
    const message = await queue();
    deliver = async (mail) => ({ outcome: 'REFUSED', reason: `550 <${mail.to}> unknown` });
    await send();
    expect(await stateOf(message.id)).toMatchObject({
      status: 'FAILED',
      attempts: 1,
      reason: '550 <the recipient> unknown',
    });
  });

  it('is not held up by a message that fails', async () => {
    const bad = await queue();
    const good = await queue();
    deliver = async (mail) => (mail.id === bad.id ? busy() : { outcome: 'TAKEN' });
    await send();
    expect(await stateOf(good.id)).toMatchObject({ status: 'SENT' });
  });

  it('two senders share the work and send nothing twice', async () => {
    for (let count = 0; count < 30; count += 1) await queue();
    deliver = async () => new Promise((resolve) => setTimeout(() => resolve({ outcome: 'TAKEN' }), 5));
    await Promise.all([send(), send(), send()]);
    expect(communications.mails).toHaveLength(30);
    expect(new Set(communications.mails.map((mail) => mail.id)).size).toBe(30);
  });

  it('a message of a sender that died waits for the end of its lease, then goes out under the same id', async () => {
    const message = await queue();
    deliver = async () => {
      throw new Error('killed');
    };
    await expect(send()).rejects.toThrow('killed');
    deliver = async () => ({ outcome: 'TAKEN' });
    communications.clock.advanceMs(LEASE_MS - 1);
    await send();
    expect(communications.mails).toEqual([]);
    communications.clock.advanceMs(1);
    await send();
    expect(communications.mails).toMatchObject([{ id: message.id }]);
    expect(await stateOf(message.id)).toMatchObject({ status: 'SENT', attempts: 2 });
  });

  it('a message that kills its sender every time is given up like any other', async () => {
    const message = await queue();
    deliver = async () => {
      throw new Error('killed');
    };
    for (let tries = 0; tries < ATTEMPTS_MAX; tries += 1) {
      await expect(send()).rejects.toThrow('killed');
      communications.clock.advanceMs(LEASE_MS);
    }
    await send();
    expect(await stateOf(message.id)).toMatchObject({ status: 'FAILED' });
  });

  it('a sender that lost its lease does not overwrite what the next one did', async () => {
    const message = await queue();
    deliver = async () => {
      deliver = async () => ({ outcome: 'TAKEN' });
      communications.clock.advanceMs(LEASE_MS);
      await send();
      return { outcome: 'REFUSED', reason: 'too late to matter' };
    };
    await send();
    expect(await stateOf(message.id)).toMatchObject({ status: 'SENT', attempts: 2 });
    expect(await told()).toEqual(['communications.message.sent.v1']);
  });

  it('sends no marketing once the consent is withdrawn, even when it was queued with one', async () => {
    const member = aMember({ consents: [{ channel: 'EMAIL', given: true }] });
    const message = await queue('invitation', member);
    await saveContacts(communications.db.manager, [{ ...member, revision: 2, consents: [] }]);
    await send();
    expect(communications.mails).toEqual([]);
    expect(await stateOf(message.id)).toMatchObject({
      status: 'SUPPRESSED',
      reason: expect.stringContaining('consent'),
    });
  });
});
