import { timelineOf } from './timeline-rows';

const purchase = (id: string, occurredAt: string) => ({ node: { id, occurredAt } });
const entry = (cursor: string, occurredAt: string) => ({ cursor, node: { occurredAt } });
const message = (id: string, queuedAt: string, sentAt: string | null) => ({ node: { id, queuedAt, sentAt } });
const list = (edges: readonly object[], hasNextPage = false) => ({ edges, pageInfo: { hasNextPage } });
const timeline = (answer: object) => {
  const { rows, hasMore } = timelineOf({ id: 'm', ...answer });
  return [rows.map(({ key }) => key), hasMore];
};

describe('the timeline of a member', () => {
  it('puts purchases, points and messages into one list, the last first', () => {
    const purchases = list([purchase('b', '2026-03-03'), purchase('a', '2026-03-01')]);
    const statement = list([entry('1', '2026-03-02')]);
    const messages = list([message('x', '2026-03-01', '2026-03-04'), message('y', '2026-02-28', null)]);
    expect(timeline({ purchases, statement, messages })).toEqual([['m x', 'p b', 's 1', 'p a', 'm y'], false]);
  });

  it('ends where the first list does that goes on: what lies before it may be missing', () => {
    const purchases = list([purchase('b', '2026-03-03'), purchase('a', '2026-03-02')], true);
    const statement = list([entry('2', '2026-03-02'), entry('1', '2026-03-01')]);
    expect(timeline({ purchases, statement })).toEqual([['p b', 'p a', 's 2'], true]);
  });

  it('is empty of whom nothing is known or may be seen', () => {
    expect(timeline({})).toEqual([[], false]);
    expect(timeline({ purchases: list([]) })).toEqual([[], false]);
  });
});
