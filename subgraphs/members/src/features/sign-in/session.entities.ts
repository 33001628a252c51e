import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One sign-in of one person, until it is ended or not used for a while. */
@Entity('session')
@Index('session_of_staff_member', ['staffMemberId'])
export class Session {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ type: 'uuid', name: 'staff_member_id' })
  staffMemberId!: string;
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt!: Date;
  @Column({ type: 'timestamptz', name: 'ended_at', precision: 3, nullable: true })
  endedAt!: Date | null;
}

/** A refresh token, as the SHA-256 of its 256 random bits. */
@Entity('refresh_token')
@Index('refresh_token_of_session', ['sessionId'])
export class RefreshToken {
  @PrimaryColumn({ type: 'text', collation: 'C' })
  hash!: string;
  @Column({ type: 'uuid', name: 'session_id' })
  sessionId!: string;
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
  /** When it was given for new tokens. */
  @Column({ type: 'timestamptz', name: 'used_at', precision: 3, nullable: true })
  usedAt!: Date | null;
}

/** Failed sign-ins of an e-mail (`email:…`) or from an address (`address:…`). */
@Entity('sign_in_throttle')
export class SignInThrottle {
  @PrimaryColumn({ type: 'text', collation: 'C' })
  key!: string;
  @Column({ type: 'integer' })
  failures!: number;
  @Column({ type: 'timestamptz', name: 'failed_at', precision: 3 })
  failedAt!: Date;
}
