import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ApprovalStatus = 'WAITING' | 'APPROVED' | 'REJECTED';

/** Somebody asked a colleague to look at one version of a promotion before it is published. */
@Entity('promotion_approval')
export class Approval {
  @PrimaryColumn({ type: 'uuid', name: 'promotion_id' })
  promotionId!: string;
  @PrimaryColumn({ type: 'integer' })
  version!: number;
  @Column({ type: 'text' })
  status!: ApprovalStatus;
  @Column({ type: 'text', name: 'requested_by_id' })
  requestedById!: string;
  @Column({ type: 'text', name: 'requested_by_name' })
  requestedByName!: string;
  @Column({ type: 'timestamptz', name: 'requested_at' })
  requestedAt!: Date;
  @Column({ type: 'text', name: 'request_comment', nullable: true })
  requestComment!: string | null;
  @Column({ type: 'text', name: 'decided_by_id', nullable: true })
  decidedById!: string | null;
  @Column({ type: 'text', name: 'decided_by_name', nullable: true })
  decidedByName!: string | null;
  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
  @Column({ type: 'text', name: 'decision_comment', nullable: true })
  decisionComment!: string | null;
}
