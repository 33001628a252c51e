import type { Connection } from '@adal/service';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** How many unknown codes somebody has tried lately; shared by all replicas. */
@Entity('coupon_guess')
export class CouponGuess {
  /** `key:…`, `till:…` or `member:…`. */
  @PrimaryColumn({ type: 'text' })
  subject!: string;
  @Column({ type: 'timestamptz' })
  since!: Date;
  @Column({ type: 'timestamptz', name: 'last_at' })
  lastAt!: Date;
  @Column({ type: 'integer' })
  guesses!: number;
}

/** Somebody is guessing codes. */
@Entity('coupon_incident')
@Unique(['subject', 'since'])
@Index('coupon_incident_time', ['lastAt', 'id'])
export class CouponIncident {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ type: 'text' })
  subject!: string;
  @Column({ type: 'timestamptz' })
  since!: Date;
  @Column({ type: 'timestamptz', name: 'last_at' })
  lastAt!: Date;
  @Column({ type: 'integer' })
  guesses!: number;
  @Column({ type: 'text' })
  kind!: 'KEY' | 'TILL' | 'MEMBER';
  @Column({ type: 'text', name: 'key_name' })
  keyName!: string;
  @Column({ type: 'text', name: 'store_id', nullable: true })
  storeId!: string | null;
  @Column({ type: 'text', name: 'till_id', nullable: true })
  tillId!: string | null;
  @Column({ type: 'uuid', name: 'member_id', nullable: true })
  memberId!: string | null;
}

/** A page of incidents. */
export type IncidentPage = Connection<CouponIncident>;
