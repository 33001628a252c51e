import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ACCOUNTS, type AccountKind } from './account-kinds';

/**
 * Points of one lot that leave one account and come into another: an entry's postings sum to zero by construction. Wallet accounts
 * are those of the entry's member, programme accounts those of the lot's legal entity. Never changed.
 */
@Entity('posting')
@Index('posting_account', ['legalEntity', 'source', 'destination', 'entrySeq'])
export class PostingRow {
  @PrimaryColumn({ type: 'bigint', name: 'entry_seq', transformer: bigintColumn })
  entrySeq!: bigint;
  @PrimaryColumn({ type: 'uuid', name: 'lot_id' })
  lotId!: string;
  @PrimaryColumn({ type: 'enum', enum: ACCOUNTS, enumName: 'account_kind' })
  source!: AccountKind;
  @PrimaryColumn({ type: 'enum', enum: ACCOUNTS, enumName: 'account_kind' })
  destination!: AccountKind;
  @Column({ type: 'text', name: 'legal_entity' })
  legalEntity!: string;
  @Column({ type: 'bigint', name: 'amount_minor', transformer: bigintColumn })
  amountMinor!: bigint;
}
