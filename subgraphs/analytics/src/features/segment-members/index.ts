/** Who is in a segment: followed by the clock and by what members do, booked and told. */
export { groupsBackfill } from './backfill-groups';
export { momentOf } from './moment.queries';
export { definitionOf, ofDefinition, readPopulation, type AskedPopulation, type Population } from './population';
export { refreshStaleSegments } from './refresh-stale';
export { lockSegment, refreshSegment, replaceMembers, tellChange } from './refresh-segment';
export { refreshTouched } from './refresh-touched';
export { SegmentMemberRow, SegmentRow } from './segment.entity';
export { watchSegments } from './watch-segments';
