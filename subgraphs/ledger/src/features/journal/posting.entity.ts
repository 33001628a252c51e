import { bigintColumn } from '@adal/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type AccountKind =
  'AVAILABLE' | 'PENDING' | 'HELD' | 'ISSUED' | 'REDEEMED' | 'EXPIRED' | 'ADJUSTED' | 'MIGRATED';

/** One side of an entry: a member's wallet, or an account of the programme for a legal entity. Never changed. */
@Entity('posting')
export class PostingRow {
  @PrimaryColumn({ type: 'bigint', name: 'entry_seq', transformer: bigintColumn })
  entrySeq!: bigint;
  @PrimaryColumn({ type: 'smallint' })
  n!: number;
  @Column({ type: 'text' })
  account!: AccountKind;
  @Column({ type: 'uuid', name: 'member_id', nullable: true })
  memberId!: string | null;
  @Column({ type: 'text', name: 'legal_entity', nullable: true })
  legalEntity!: string | null;
  @Column({ type: 'bigint', name: 'amount_minor', transformer: bigintColumn })
  amountMinor!: bigint;
}
