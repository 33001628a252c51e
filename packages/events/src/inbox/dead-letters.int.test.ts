import { effectConsumer, openLab, recordFact, type EventLab } from '../../test/event-lab';
import { deadLetterSubjects, serveDeadLetters } from './dead-letters';
import { recordDeadLetter } from './record-dead-letter';

describe('the operator’s requests', () => {
  let lab: EventLab;
  beforeAll(async () => {
    lab = await openLab();
    serveDeadLetters('communications', lab.db, lab.streams, [effectConsumer('lab')], lab.log);
    await lab.streams.connection.flush();
  });
  afterAll(() => lab.stop());

  const { list, replay } = deadLetterSubjects('communications');
  const ask = async (subject: string, body = ''): Promise<unknown> => {
    const answer = await lab.streams.connection.request(subject, body, { timeout: 5_000 });
    return answer.string() === '' ? null : answer.json();
  };

  it('list what was given up, replay it once, and answer what failed again', async () => {
    await lab.db.transaction((tx) => recordFact(tx, 'late'));
    const rows: { id: string; envelope: string }[] = await lab.db.query('select id, envelope from outbox');
    const { id: eventId, envelope: body } = rows[0] ?? { id: '', envelope: '' };
    const letter = { subject: 'communications.message.sent.v1', body, error: new Error('a bug, since mended') };
    await recordDeadLetter(lab.db, { ...letter, consumer: 'lab', eventId });
    await recordDeadLetter(lab.db, { ...letter, consumer: 'gone', eventId });

    expect(await ask(list)).toMatchObject([
      { consumer: 'lab', eventId, reason: 'a bug, since mended' },
      { consumer: 'gone' },
    ]);
    expect(await ask(replay, JSON.stringify({ eventId }))).toEqual({ replayed: 1, failed: 1 });
    expect(await ask(replay)).toEqual({ replayed: 0, failed: 1 });
    expect(await lab.effects()).toEqual(['late']);
  });

  it('are answered empty when they make no sense, and the service lives on', async () => {
    expect(await ask(replay, 'nonsense')).toBeNull();
    expect(await ask(list)).toHaveLength(1);
  });
});
