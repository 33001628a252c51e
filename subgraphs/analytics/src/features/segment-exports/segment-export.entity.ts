import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SegmentColumn } from '../../generated/graphql';

/** Who took the members of a segment out of the house, and when. It outlives the segment. */
@Entity('segment_export')
@Index('segment_export_of', ['segmentId', 'at'])
export class SegmentExportRow {
  /** Made by the client. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ type: 'uuid', name: 'segment_id' })
  segmentId!: string;
  /** As it was called then. */
  @Column({ type: 'text', name: 'segment_name' })
  segmentName!: string;
  @Column({ type: 'text', array: true })
  columns!: SegmentColumn[];
  @Column({ type: 'integer' })
  members!: number;
  @Column({ type: 'text', name: 'author_id' })
  authorId!: string;
  @Column({ type: 'text', name: 'author_name' })
  authorName!: string;
  @Column({ type: 'timestamptz' })
  at!: Date;
}
