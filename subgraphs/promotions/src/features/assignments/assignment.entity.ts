import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which group of a promotion a member is in, as a confirmed sale showed it first. Never changes. */
@Entity('promotion_assignment')
export class Assignment {
  @PrimaryColumn({ type: 'uuid', name: 'promotion_id' })
  promotionId!: string;
  @PrimaryColumn({ type: 'uuid', name: 'member_id' })
  memberId!: string;
  @Column({ type: 'integer' })
  version!: number;
  @Column({ type: 'boolean', name: 'held_out' })
  heldOut!: boolean;
  /** Key of the variant that was given; null for the plain one. */
  @Column({ type: 'text', nullable: true })
  variant!: string | null;
  @Column({ type: 'timestamptz' })
  at!: Date;
}
