import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SegmentNode } from '../segment-language';

/** A saved set of members: a definition that is followed (SEGMENT), or members as they were once (GROUP). */
@Entity('segment')
export class SegmentRow {
  /** Made by the client. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ type: 'text' })
  kind!: 'SEGMENT' | 'GROUP';
  @Column({ type: 'text' })
  name!: string;
  @Column({ type: 'text' })
  description!: string;
  /** '' for none. */
  @Column({ type: 'text' })
  folder!: string;
  /** Who made it, by name. */
  @Column({ type: 'text' })
  owner!: string;
  /** Of a group: what it was frozen of; null when its members were listed. */
  @Column({ type: 'jsonb', nullable: true })
  definition!: SegmentNode | null;
  /** Grows with every save; who saves an older one is refused. */
  @Column({ type: 'integer' })
  version!: number;
  /** The last day on which it has members; null for ever. */
  @Column({ type: 'date', name: 'expires_on', nullable: true })
  expiresOn!: string | null;
  @Column({ type: 'integer' })
  size!: number;
  /** Grows with every refresh; null members were never worked out. */
  @Column({ type: 'bigint' })
  sequence!: string;
  @Column({ type: 'timestamptz', name: 'refreshed_at', nullable: true })
  refreshedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt!: Date;
}

/** Who is in a segment, and since when. */
@Entity('segment_member')
export class SegmentMemberRow {
  @PrimaryColumn({ type: 'uuid', name: 'segment_id' })
  segmentId!: string;
  @PrimaryColumn({ type: 'uuid', name: 'member_id' })
  memberId!: string;
  @Column({ type: 'timestamptz' })
  since!: Date;
}
