import type { Connection } from '@adal/service';
import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const COUPON_STATES = ['OPEN', 'RESERVED', 'REDEEMED', 'EXPIRED', 'REVOKED'] as const;
export type CouponState = (typeof COUPON_STATES)[number];

/** A code. Few columns, so that ten millions of them stay small; the last two are only written for codes that are somebody's. */
@Entity('coupon')
@Index('coupon_single', ['poolNo', 'code'], { where: 'batch_no = 0' })
@Index('coupon_member', ['memberId', 'code'], { where: 'member_id is not null' })
@Index('coupon_due', ['expiresOn'], { where: "state = 'OPEN' and expires_on is not null" })
export class Coupon {
  @PrimaryColumn({ type: 'text', collation: 'C' })
  code!: string;
  @Column({ type: 'integer', name: 'pool_no' })
  poolNo!: number;
  @Column({ type: 'enum', enum: COUPON_STATES, enumName: 'coupon_state' })
  state!: CouponState;
  /** Sales that used it. */
  @Column({ type: 'integer' })
  uses!: number;
  /** 0 when it was issued by itself. */
  @Column({ type: 'smallint', name: 'batch_no' })
  batchNo!: number;
  /** Its own last day; null: the pool's. */
  @Column({ type: 'date', name: 'expires_on', nullable: true })
  expiresOn!: string | null;
  /** Its own first day; null: the pool's. */
  @Column({ type: 'date', name: 'valid_from', nullable: true })
  validFrom!: string | null;
  /** To whom it was issued; only codes of a PERSONAL pool are bound to them. */
  @Column({ type: 'uuid', name: 'member_id', nullable: true })
  memberId!: string | null;
  /** How often it was told; null: never. Only coupons of members are told. */
  @Column({ type: 'integer', nullable: true })
  revision!: number | null;
  /** Whose sale issued it. */
  @Column({ type: 'text', name: 'promotion_id', nullable: true })
  promotionId!: string | null;
}

/** What one purchase does with one code: the latest news of the ledger. */
@Entity('coupon_use')
@Index('coupon_use_purchase', ['purchaseId'])
@Index('coupon_use_day', ['poolNo', 'at'], { where: "status = 'USED'" })
export class CouponUse {
  @PrimaryColumn({ type: 'text', collation: 'C' })
  code!: string;
  @PrimaryColumn({ type: 'text', name: 'purchase_id' })
  purchaseId!: string;
  @Column({ type: 'integer', name: 'pool_no' })
  poolNo!: number;
  @Column({ type: 'text' })
  status!: 'HELD' | 'RELEASED' | 'USED' | 'RETURNED';
  @Column({ type: 'timestamptz' })
  at!: Date;
  @Column({ type: 'uuid', name: 'member_id', nullable: true })
  memberId!: string | null;
  /** Promotions that took the code in this purchase; null when nobody kept them. */
  @Column({ type: 'text', name: 'taker_ids', array: true, nullable: true })
  takerIds!: string[] | null;
}

/** A line of a code's history. Codes made in bulk have their batch for the first one. */
@Entity('coupon_change')
@Index('coupon_change_code', ['code', 'at', 'id'])
export class CouponChange {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', transformer: bigintColumn })
  id!: bigint;
  @Column({ type: 'text', collation: 'C' })
  code!: string;
  @Column({ type: 'text' })
  what!: 'ISSUED' | 'RESERVED' | 'RELEASED' | 'REDEEMED' | 'RETURNED' | 'EXPIRED' | 'REVOKED';
  @Column({ type: 'timestamptz' })
  at!: Date;
  @Column({ type: 'text', name: 'purchase_id', nullable: true })
  purchaseId!: string | null;
  @Column({ type: 'uuid', name: 'member_id', nullable: true })
  memberId!: string | null;
  @Column({ type: 'text', name: 'author_name', nullable: true })
  authorName!: string | null;
}

/** A page of codes. */
export type CouponPage = Connection<Coupon>;
