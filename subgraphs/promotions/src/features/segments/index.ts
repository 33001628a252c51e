export { onSegmentChanged } from './on-segment-changed';
export { SegmentMemberRow } from './segment-member.entity';
