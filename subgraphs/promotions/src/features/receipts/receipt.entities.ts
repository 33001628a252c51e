import type { Channel } from '@adal/engine';
import type { GivenPromotion } from '../uses';
import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A product as it was labelled when it was sold. */
@Entity('product_label')
export class ProductLabelRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;
  /** Hash of the rest: the same label is kept once. */
  @Column({ type: 'uuid', unique: true })
  key!: string;
  @Column({ type: 'text' })
  sku!: string;
  @Column({ type: 'text', name: 'category_path', nullable: true })
  categoryPath!: string | null;
  @Column({ type: 'text', nullable: true })
  brand!: string | null;
  @Column({ type: 'jsonb' })
  attributes!: Record<string, unknown>;
}

/**
 * A sale as the ledger booked it, in promotions' own copy: what was bought in the past, and what a replay prices again. Without
 * lines: a return has come before the sale it takes from.
 */
@Entity('receipt')
@Index('receipt_id', ['id'], { unique: true })
@Index('receipt_of_member', ['memberId', 'at'], { where: 'member_id is not null' })
export class ReceiptRow {
  @PrimaryColumn({ type: 'timestamptz', precision: 3 })
  at!: Date;
  /** The purchase's. */
  @PrimaryColumn({ type: 'text' })
  id!: string;
  @Column({ type: 'text', name: 'store_id' })
  storeId!: string;
  /** Null when the customer was anonymous. */
  @Column({ type: 'uuid', name: 'member_id', nullable: true })
  memberId!: string | null;
  @Column({ type: 'date', name: 'business_day' })
  businessDay!: string;
  @Column({ type: 'text', nullable: true })
  channel!: Channel | null;
  /** Pairs of tender and minor units; null when nobody said. */
  @Column({ type: 'jsonb', nullable: true })
  tenders!: [string, number][] | null;
  @Column({ type: 'integer', array: true, name: 'line_nos' })
  lineNos!: number[];
  /** Of the lines, in `product_label`. */
  @Column({ type: 'integer', array: true })
  labels!: number[];
  /** Shelf price of one unit, in minor units. */
  @Column({ type: 'bigint', array: true })
  prices!: string[];
  /** As sold, in thousandths. */
  @Column({ type: 'bigint', array: true })
  quantities!: string[];
  /** As paid in money, in minor units. */
  @Column({ type: 'bigint', array: true })
  amounts!: string[];
  @Column({ type: 'jsonb', nullable: true })
  returns!: Returns | null;
  /** Everything has come back. */
  @Column({ type: 'boolean', name: 'is_returned', default: false })
  isReturned!: boolean;
  /** What promotions gave in it, as it was sold; null when none had a part in it. */
  @Column({ type: 'jsonb', nullable: true })
  promotions!: GivenPromotion[] | null;
}

/** What came back, by return id: lines of number, quantity in thousandths, amount in minor units. */
export type Returns = Record<string, [lineNo: number, quantityMilli: number, amountMinor: number][]>;

/** How many purchases a member has kept, and when the last one was. */
@Entity('member_purchases')
export class MemberPurchasesRow {
  @PrimaryColumn({ type: 'uuid', name: 'member_id' })
  memberId!: string;
  @Column({ type: 'integer' })
  purchases!: number;
  @Column({ type: 'timestamptz', precision: 3, name: 'last_at', nullable: true })
  lastAt!: Date | null;
}
