import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The cell that a member was told to be in last. */
@Entity('rfm_member')
export class RfmMemberRow {
  @PrimaryColumn({ type: 'text', name: 'grid_id' })
  gridId!: string;
  @PrimaryColumn({ type: 'uuid', name: 'member_id' })
  memberId!: string;
  @Column({ type: 'text' })
  cell!: string;
  @Column({ type: 'timestamptz' })
  since!: Date;
}
