import type { MemberTimelineQuery } from '@/graphql/generated/graphql';

type Answer = NonNullable<MemberTimelineQuery['member']>;
type Edge<List extends 'purchases' | 'statement' | 'messages'> = NonNullable<Answer[List]>['edges'][number];

/** Something that happened to a member. */
export type TimelineRow =
  | { kind: 'PURCHASE'; key: string; at: string; purchase: Edge<'purchases'>['node'] }
  | { kind: 'POINTS'; key: string; at: string; entry: Edge<'statement'>['node'] }
  | { kind: 'MESSAGE'; key: string; at: string; message: Edge<'messages'>['node'] };

/**
 * One list of three, the last first. It ends where the first of the lists does that goes on: what lies before it may be
 * missing from that list.
 */
export function timelineOf({ purchases, statement, messages }: Answer): { rows: TimelineRow[]; hasMore: boolean } {
  const lists: { rows: TimelineRow[]; hasMore: boolean }[] = [
    {
      rows: (purchases?.edges ?? []).map(({ node }) => ({
        ...{ kind: 'PURCHASE', key: `p ${node.id}`, at: node.occurredAt, purchase: node },
      })),
      hasMore: purchases?.pageInfo.hasNextPage ?? false,
    },
    {
      rows: (statement?.edges ?? []).map(({ cursor, node }) => ({
        ...{ kind: 'POINTS', key: `s ${cursor}`, at: node.occurredAt, entry: node },
      })),
      hasMore: statement?.pageInfo.hasNextPage ?? false,
    },
    {
      rows: (messages?.edges ?? []).map(({ node }) => ({
        ...{ kind: 'MESSAGE', key: `m ${node.id}`, at: node.sentAt ?? node.queuedAt, message: node },
      })),
      hasMore: messages?.pageInfo.hasNextPage ?? false,
    },
  ];
  const ends = lists.flatMap(({ rows, hasMore }) => (hasMore ? [rows.map(({ at }) => at).sort()[0] ?? ''] : []));
  const end = ends.sort().at(-1) ?? '';
  const rows = lists
    .flatMap((list) => list.rows)
    .filter(({ at }) => at >= end)
    .sort((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : left.key < right.key ? -1 : 1));
  return { rows, hasMore: ends.length > 0 };
}
