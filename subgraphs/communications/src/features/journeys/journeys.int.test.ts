import { handleEvents } from '../../../test/deliver';
import { aMember, anEvent, aReceipt, NOW } from '../../../test/builders';
import { startCommunications, type TestCommunications } from '../../../test/harness';
import { Message } from '../messages';

const BALANCE = { availableMinor: 10_000, pendingMinor: 0, heldMinor: 0 };

describe('journeys', () => {
  let communications: TestCommunications;
  beforeAll(async () => {
    communications = await startCommunications();
  });
  afterAll(() => communications.stop());

  const messagesOf = (memberId: string | null): Promise<Message[]> =>
    communications.db.manager.findBy(Message, { memberId: memberId ?? '' });
  const confirmed = (memberId: string | null, occurredAt = NOW) =>
    anEvent(
      { receipt: aReceipt(memberId), balance: BALANCE, pointsActivateAt: null, pointsExpireAt: null },
      occurredAt,
    );
  const deliver = (durable: string, ...events: ReturnType<typeof anEvent>[]): Promise<void> =>
    handleEvents(communications, `communications-journeys-${durable}`, events);

  it('welcomes a new member in their language before members.member.saved has come', async () => {
    const member = aMember({ language: 'kk' });
    await deliver('member-enrolled', anEvent({ member, storeId: 'S1' }));
    expect(await messagesOf(member.memberId)).toMatchObject([
      { cause: `welcome:${member.memberId}`, status: 'QUEUED', language: 'kk', recipient: member.email, attempts: 0 },
    ]);
  });

  it('welcomes once, however often and under whatever event id it is told', async () => {
    const member = aMember();
    const event = anEvent({ member, storeId: null });
    await deliver('member-enrolled', event, event);
    await deliver('member-enrolled', event);
    await deliver('member-enrolled', anEvent({ member, storeId: null }));
    expect(await messagesOf(member.memberId)).toHaveLength(1);
  });

  it('writes a receipt for every purchase of a member, in one batch too', async () => {
    const { memberId } = await communications.enrol();
    await deliver('purchase-confirmed', confirmed(memberId), confirmed(memberId), confirmed(null));
    const written = await messagesOf(memberId);
    expect(written.map((message) => message.template)).toEqual(['receipt', 'receipt']);
    expect(written[0]?.html).toContain('Хлеб &amp; булка');
  });

  it('says where, by the newest name it knows, and waits for no name', async () => {
    const { memberId } = await communications.enrol();
    const store = {
      storeId: 'S1',
      brand: null,
      banner: null,
      format: null,
      legalEntity: 'DALA',
      timeZone: 'Asia/Almaty',
    };
    const snapshot = { ...store, city: 'Алматы', openedOn: null, closedOn: null };
    await deliver('purchase-confirmed', confirmed(memberId));
    const renamed = [
      { ...snapshot, revision: 2, name: 'Дала на Абая' },
      { ...snapshot, revision: 1, name: 'Дала' },
    ];
    await handleEvents(communications, 'communications-stores-store-saved', [anEvent({ stores: renamed })]);
    await deliver('purchase-confirmed', confirmed(memberId));
    const written = await messagesOf(memberId);
    expect(written.filter((message) => message.html.includes('· Дала на Абая, Алматы'))).toHaveLength(1);
    expect(written).toHaveLength(2);
  });

  it('writes what came back and what became of the points', async () => {
    const { memberId } = await communications.enrol({ language: 'en' });
    const receipt = aReceipt(memberId, { payableMinor: -25_000, pointsSpentMinor: -100, pointsEarnedMinor: -250 });
    const data = { returnId: receipt.purchaseId, originalPurchaseId: 'p1', receipt, balance: BALANCE };
    await deliver('purchase-returned', anEvent(data));
    expect(await messagesOf(memberId)).toMatchObject([{ template: 'return', subject: 'Your refund of 250\u00a0₸' }]);
  });

  it('writes nothing to a member without an address or whose account is closed', async () => {
    const noAddress = await communications.enrol({ email: null });
    const closed = await communications.enrol({ status: 'CLOSED' });
    await deliver('purchase-confirmed', confirmed(noAddress.memberId), confirmed(closed.memberId));
    expect([...(await messagesOf(noAddress.memberId)), ...(await messagesOf(closed.memberId))]).toEqual([]);
  });

  it('mails nobody when an old stream is read again', async () => {
    const { memberId } = await communications.enrol();
    await deliver('purchase-confirmed', confirmed(memberId, new Date(NOW.getTime() - 25 * 3_600_000)));
    expect(await messagesOf(memberId)).toEqual([]);
  });

  it('fails for a member of whom nothing has come yet, leaving no trace, and succeeds on the next delivery', async () => {
    const member = aMember();
    const event = confirmed(member.memberId);
    await expect(deliver('purchase-confirmed', event)).rejects.toThrow('is not known here yet');
    await communications.enrol(member);
    await deliver('purchase-confirmed', event);
    expect(await messagesOf(member.memberId)).toHaveLength(1);
  });
});
