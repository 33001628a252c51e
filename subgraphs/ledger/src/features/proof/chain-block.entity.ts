import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A block of the hash chain: whole transactions, in order. Never changed. */
@Entity('chain_block')
@Index('chain_block_upto', ['uptoXid'], { unique: true })
export class ChainBlockRow {
  /** From 1 without a gap. */
  @PrimaryColumn({ type: 'bigint', transformer: bigintColumn })
  height!: bigint;
  @Column({ type: 'bytea', name: 'previous_root' })
  previousRoot!: Buffer;
  @Column({ type: 'bytea', name: 'merkle_root' })
  merkleRoot!: Buffer;
  @Column({ type: 'bytea' })
  root!: Buffer;
  /** Place of the first item in the whole chain, from 1. */
  @Column({ type: 'bigint', name: 'first_position', transformer: bigintColumn })
  firstPosition!: bigint;
  @Column({ type: 'integer' })
  items!: number;
  /** The last transaction that is in it. */
  @Column({ type: 'bigint', name: 'upto_xid', transformer: bigintColumn })
  uptoXid!: bigint;
  @Column({ type: 'timestamptz', name: 'chained_at' })
  chainedAt!: Date;
  /** Of each item: 'entry 12', 'receipt …', 'return …'. */
  @Column({ type: 'text', array: true })
  keys!: readonly string[];
  /** Of each item: the SHA-256 of its text. */
  @Column({ type: 'bytea', array: true })
  leaves!: readonly Buffer[];
}
