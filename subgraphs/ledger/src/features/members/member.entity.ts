import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the ledger knows of a member: a copy of what the members context said last. */
@Entity('member')
export class MemberCopy {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ type: 'bigint' })
  revision!: string;
  @Column({ type: 'text', name: 'external_id', nullable: true })
  externalId!: string | null;
  @Column({ type: 'text' })
  status!: 'ACTIVE' | 'BLOCKED' | 'CLOSED';
}

/** How a till may name a member; phones and e-mails as sha256 only. */
@Entity('member_key')
@Index('member_key_member', ['memberId'])
export class MemberKeyRow {
  @PrimaryColumn({ type: 'text' })
  kind!: 'CARD' | 'PHONE' | 'EMAIL' | 'EXTERNAL_ID';
  @PrimaryColumn({ type: 'text' })
  value!: string;
  @Column({ type: 'uuid', name: 'member_id' })
  memberId!: string;
}
