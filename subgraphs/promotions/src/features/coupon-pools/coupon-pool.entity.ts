import { bigintColumn } from '@adal/money';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AlphabetName } from './code-format.rules';
import type { PoolKind } from './coupon-pool.rules';

/** Coupons of one kind: how their codes look and what they may do. issued − redeemed − expired − revoked = open. */
@Entity('coupon_pool')
export class CouponPool {
  /** Filled in by the database; what rows of codes carry. */
  @PrimaryColumn({ type: 'integer', generated: 'identity' })
  no!: number;
  @Column({ type: 'uuid' })
  id!: string;
  @Column({ type: 'integer' })
  version!: number;
  @Column({ type: 'text' })
  name!: string;
  @Column({ type: 'text' })
  kind!: PoolKind;
  @Column({ type: 'text' })
  status!: 'OPEN' | 'CLOSED' | 'DELETED';
  @Column({ type: 'text' })
  prefix!: string;
  @Column({ type: 'text' })
  alphabet!: AlphabetName;
  /** Random characters, without prefix and check character. */
  @Column({ type: 'smallint', name: 'code_length' })
  codeLength!: number;
  /** First day, of the store. */
  @Column({ type: 'date', name: 'valid_from', nullable: true })
  validFrom!: string | null;
  /** Last day, of the store. */
  @Column({ type: 'date', name: 'valid_until', nullable: true })
  validUntil!: string | null;
  /** Days after the one of issue. */
  @Column({ type: 'integer', name: 'valid_days', nullable: true })
  validDays!: number | null;
  @Column({ type: 'integer', name: 'uses_per_code' })
  usesPerCode!: number;
  @Column({ type: 'integer', name: 'uses_per_member', nullable: true })
  usesPerMember!: number | null;
  /** The code of a PUBLIC pool. */
  @Column({ type: 'text', name: 'public_code', nullable: true })
  publicCode!: string | null;
  /** What its codes are made with; never leaves the service. */
  @Column({ type: 'bytea' })
  secret!: Buffer;
  @Column({ type: 'bigint', transformer: bigintColumn })
  issued!: bigint;
  @Column({ type: 'bigint', transformer: bigintColumn })
  redeemed!: bigint;
  /** Codes whose own day has passed; a pool's last day is read off `validUntil`. */
  @Column({ type: 'bigint', transformer: bigintColumn })
  expired!: bigint;
  @Column({ type: 'bigint', transformer: bigintColumn })
  revoked!: bigint;
  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt!: Date;
}

/** An order for so many codes, made by a job. */
@Entity('coupon_batch')
@Unique(['poolNo', 'no'])
export class CouponBatch {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ type: 'integer', name: 'pool_no' })
  poolNo!: number;
  @Column({ type: 'smallint' })
  no!: number;
  @Column({ type: 'bigint', transformer: bigintColumn })
  wanted!: bigint;
  @Column({ type: 'bigint', transformer: bigintColumn })
  made!: bigint;
  @Column({ type: 'text' })
  status!: 'RUNNING' | 'STOPPED' | 'DONE';
  @Column({ type: 'date', name: 'expires_on', nullable: true })
  expiresOn!: string | null;
  @Column({ type: 'text', name: 'author_name' })
  authorName!: string;
  @Column({ type: 'timestamptz', name: 'started_at' })
  startedAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt!: Date;
}

/** Who took the codes of a pool out of the house, and when. */
@Entity('coupon_export')
@Index('coupon_export_pool', ['poolNo', 'at'])
export class CouponExport {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ type: 'integer', name: 'pool_no' })
  poolNo!: number;
  @Column({ type: 'bigint', transformer: bigintColumn })
  codes!: bigint;
  @Column({ type: 'text', name: 'author_id' })
  authorId!: string;
  @Column({ type: 'text', name: 'author_name' })
  authorName!: string;
  @Column({ type: 'timestamptz' })
  at!: Date;
}
