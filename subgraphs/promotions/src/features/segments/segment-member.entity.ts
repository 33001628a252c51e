import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What analytics said last of a member and a segment. */
@Entity('segment_member')
export class SegmentMemberRow {
  @PrimaryColumn({ type: 'uuid', name: 'member_id' })
  memberId!: string;
  @PrimaryColumn({ type: 'text', name: 'segment_id' })
  segmentId!: string;
  /** Of the refresh that said so. */
  @Column({ type: 'bigint' })
  sequence!: string;
  @Column({ type: 'boolean', name: 'is_member' })
  isMember!: boolean;
}
