import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const ENTRY_KINDS = [
  'PURCHASE',
  'ACTIVATE',
  'EXPIRE',
  'RETURN',
  'HOLD',
  'RELEASE',
  'OPENING_BALANCE',
  'GRANT',
  'ADJUSTMENT',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** An entry of the journal: what happened to one wallet, once. Never changed. */
@Entity('journal_entry')
@Index('journal_entry_member', ['memberId', 'seq'])
@Index('journal_entry_booked', ['bookedXid'])
export class JournalEntryRow {
  /** Order of booking; a wallet's entries have it in the order in which they changed the wallet. */
  @PrimaryColumn({ type: 'bigint', default: () => "nextval('journal_entry_seq')", transformer: bigintColumn })
  seq!: bigint;
  @Column({ type: 'uuid' })
  id!: string;
  @Column({ type: 'enum', enum: ENTRY_KINDS, enumName: 'entry_kind' })
  kind!: EntryKind;
  @Column({ type: 'uuid', name: 'member_id' })
  memberId!: string;
  @Column({ type: 'timestamptz', name: 'booked_at' })
  bookedAt!: Date;
  @Column({ type: 'timestamptz', name: 'occurred_at' })
  occurredAt!: Date;
  @Column({ type: 'date', name: 'business_day' })
  businessDay!: string;
  @Column({ type: 'text' })
  note!: string;
  @Column({ type: 'text', name: 'purchase_id', nullable: true })
  purchaseId!: string | null;
  @Column({ type: 'text', name: 'return_id', nullable: true })
  returnId!: string | null;
  @Column({ type: 'bigint', name: 'available_after_minor', transformer: bigintColumn })
  availableAfterMinor!: bigint;
  /** Its number among the entries of its wallet, from 1 without a gap. The books fill in what is optional here. */
  @Column({ type: 'bigint', name: 'member_seq', transformer: bigintColumn })
  memberSeq?: bigint;
  @Column({ type: 'bigint', name: 'pending_after_minor', transformer: bigintColumn })
  pendingAfterMinor?: bigint;
  @Column({ type: 'bigint', name: 'held_after_minor', transformer: bigintColumn })
  heldAfterMinor?: bigint;
  /** The transaction that wrote it: its place in the hash chain. */
  @Column({ type: 'bigint', name: 'booked_xid', insert: false, transformer: bigintColumn })
  bookedXid?: bigint;
}
