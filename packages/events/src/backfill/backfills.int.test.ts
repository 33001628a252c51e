import { openLab, type EventLab } from '../../test/event-lab';
import { MessageSent } from '../contracts';
import { sealEvent } from '../outbox/record-event';
import { askBackfill } from './ask-backfill';
import { backfillPage, type BackfillSource } from './backfill-source';
import { serveBackfills } from './serve-backfills';

const id = (index: number): string => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`;
const ROWS = Array.from({ length: 5 }, (_, index) => index + 1);

/** Tells numbers as messages, two a page. */
const numbers: BackfillSource = {
  kind: 'numbers',
  tables: ['outbox', 'inbox'],
  page: (_db, after, origin) => {
    if (after === 'broken') throw new Error('not a place');
    const rows = ROWS.filter((row) => row > Number(after ?? 0)).slice(0, 2);
    const tell = (row: number) =>
      sealEvent(
        MessageSent,
        {
          ...{ messageId: id(row), memberId: null, channel: 'EMAIL', template: 't', purpose: 'MARKETING' },
          at: '2020-01-01T00:00:00Z',
        },
        origin,
      );
    return Promise.resolve(backfillPage(rows, 2, String, (told) => told.map(tell)));
  },
};

describe('facts that their owner tells again', () => {
  let lab: EventLab;
  beforeAll(async () => {
    lab = await openLab();
    // Two replicas: one of them answers.
    for (let replica = 0; replica < 2; replica += 1)
      serveBackfills('communications', lab.db, lab.streams, [numbers], lab.log);
    await lab.streams.connection.flush();
  });
  afterAll(() => lab.stop());

  it('come page by page from the beginning to the end, each once', async () => {
    const told: string[] = [];
    const rows: number[] = [];
    let after: string | null = null;
    do {
      const page = await askBackfill(lab.streams.connection, 'communications.numbers', after);
      expect(page.about === null).toBe(after !== null);
      told.push(...page.events.map(({ text }) => (JSON.parse(text) as { data: { messageId: string } }).data.messageId));
      rows.push(page.rows);
      after = page.next;
    } while (after !== null);
    expect(told).toEqual(ROWS.map(id));
    expect(rows).toEqual([2, 2, 1]);
  });

  it('are refused at once when nobody tells them, and when their owner cannot', async () => {
    await expect(askBackfill(lab.streams.connection, 'communications.nothing', null)).rejects.toThrow();
    await expect(askBackfill(lab.streams.connection, 'communications.numbers', 'broken')).rejects.toThrow('could not');
    expect((await askBackfill(lab.streams.connection, 'communications.numbers', '4')).events).toHaveLength(1);
  });
});
