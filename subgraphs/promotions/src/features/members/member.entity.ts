import type { Child } from '@adal/engine';
import type { AttributeType } from '@adal/events';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What promotions know of a member: a copy of the members' own, fed by their events. Contacts are kept as hashes. */
@Entity('member')
export class Member {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ type: 'bigint' })
  revision!: string;
  @Column({ type: 'text' })
  status!: 'ACTIVE' | 'BLOCKED' | 'CLOSED';
  @Column({ type: 'text', name: 'external_id', nullable: true })
  externalId!: string | null;
  @Column({ type: 'text', name: 'phone_hash', nullable: true })
  phoneHash!: string | null;
  @Column({ type: 'text', name: 'email_hash', nullable: true })
  emailHash!: string | null;
  @Column({ type: 'date', name: 'birth_date', nullable: true })
  birthDate!: string | null;
  @Column({ type: 'text', nullable: true })
  gender!: 'FEMALE' | 'MALE' | null;
  @Column({ type: 'text', nullable: true })
  city!: string | null;
  @Column({ type: 'text' })
  language!: 'ru' | 'kk' | 'en';
  @Column({ type: 'timestamptz', name: 'registered_at', nullable: true })
  registeredAt!: Date | null;
  /** Texts; `member_attribute` says of what type. */
  @Column({ type: 'jsonb', default: {} })
  attributes!: Record<string, string>;
  @Column({ type: 'jsonb', default: [] })
  children!: Child[];
}

/** A declared attribute: the type of its texts. */
@Entity('member_attribute')
export class MemberAttribute {
  @PrimaryColumn({ type: 'text' })
  key!: string;
  @Column({ type: 'bigint' })
  revision!: string;
  @Column({ type: 'text' })
  type!: AttributeType;
}

/** An active card. */
@Entity('member_card')
export class MemberCard {
  @PrimaryColumn({ type: 'text' })
  number!: string;
  @Column({ type: 'uuid', name: 'member_id' })
  memberId!: string;
}
