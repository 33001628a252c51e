import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A key of a till, partner or integration; the secret itself is not kept. */
@Entity('partner_key')
@Index('partner_key_hash', ['hash'], { unique: true })
export class PartnerKey {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ type: 'text' })
  name!: string;
  /** The part of the key that may be shown. */
  @Column({ type: 'text' })
  prefix!: string;
  /** SHA-256 of the whole key, in hex. */
  @Column({ type: 'text', collation: 'C' })
  hash!: string;
  @Column({ type: 'text', array: true })
  scopes!: string[];
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3, nullable: true })
  expiresAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'revoked_at', precision: 3, nullable: true })
  revokedAt!: Date | null;
  /** To the minute. */
  @Column({ type: 'timestamptz', name: 'last_used_at', precision: 3, nullable: true })
  lastUsedAt!: Date | null;
  /** Null: the gateway's default. */
  @Column({ type: 'integer', name: 'requests_per_minute', nullable: true })
  requestsPerMinute!: number | null;
}
