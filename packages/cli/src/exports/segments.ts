import { v7 as uuidv7 } from 'uuid';
import { OperatorError, type GatewayClient } from '../gateway-client';
import type { ExportKind } from './export-kind';
import { memberIdOf, type MemberKey } from './members';
import { readPages } from './read-pages';

interface SegmentNode {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly size: number;
}

/** Who is in which segment or group; each export is written down. */
export const segments: ExportKind = {
  needs: ['segments.read', 'segments.export', 'members.read'],
  columns: () => ['segment_id', 'segment', 'kind', 'member_id'],
  async *pages(client) {
    const all = await segmentsOf(client);
    const size = all.reduce((sum, segment) => sum + segment.size, 0);
    let before = 0;
    for (const segment of all) {
      const list = {
        around: 'segmentExport(id: $export)',
        field: 'page(first: $first, after: $after)',
        variables: '$export: ID!',
        values: { export: await writeDown(client, segment.id) },
        node: 'id externalId',
        total: segment.size,
      };
      for await (const { nodes, share } of readPages<MemberKey>(client, list)) {
        const rows = nodes.map((member) => rowOf(segment, member));
        yield { rows, share: (before + share * segment.size) / Math.max(1, size) };
      }
      before += segment.size;
    }
  },
};

async function segmentsOf(client: GatewayClient): Promise<SegmentNode[]> {
  const list = { field: 'segments(first: $first, after: $after)', node: 'id name kind size' };
  const found: SegmentNode[] = [];
  for await (const { nodes } of readPages<SegmentNode>(client, list)) found.push(...nodes);
  return found;
}

async function writeDown(client: GatewayClient, segmentId: string): Promise<string> {
  const id = uuidv7();
  const { exportSegment: answer } = await client.ask<{ exportSegment: { message?: string } }>(
    'mutation Export($input: ExportSegmentInput!) { exportSegment(input: $input) { ... on UserError { message } } }',
    { input: { id, segmentId, columns: ['EXTERNAL_ID'] } },
  );
  if (answer.message !== undefined) throw new OperatorError(answer.message);
  return id;
}

const rowOf = (segment: SegmentNode, member: MemberKey): Record<string, string | null> => ({
  segment_id: segment.id,
  segment: segment.name,
  kind: segment.kind,
  member_id: memberIdOf(member),
});
