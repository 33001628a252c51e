/** Which row type stands behind which GraphQL type, as `path#Type` from src/generated. */
export const mappers: Record<string, string> = {
  Member: '../graphql/references#MemberReference',
  Segment: '../features/segment-members#SegmentRow',
  SegmentConnection: '../features/segments#SegmentPage',
  SegmentMemberEdge: '../features/segments#SegmentMemberEdge as SegmentMemberEdgeRow',
  SegmentMemberConnection: '../features/segments#SegmentMembers as SegmentMembersRow',
  SegmentExport: '../features/segment-exports#SegmentExportRow',
  MetricDefinition: '../features/metrics/metric#Metric',
};
