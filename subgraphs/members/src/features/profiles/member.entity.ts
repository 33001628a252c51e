import type { Child } from '../attributes';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person in the programme. */
@Entity('member')
@Index('member_external_id', ['externalId'], { unique: true })
@Index('member_phone', ['phone'], { unique: true, where: "status <> 'CLOSED'" })
@Index('member_email', ['email'], { unique: true, where: "status <> 'CLOSED'" })
@Index('member_newest', ['registeredAt', 'id'])
@Index('member_of_store', ['homeStoreId', 'registeredAt', 'id'])
@Index('member_not_active', ['status', 'registeredAt', 'id'], { where: "status <> 'ACTIVE'" })
@Index('member_of_city', ['city', 'registeredAt', 'id'])
export class Member {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  /** Grows with every change. */
  @Column({ type: 'integer', default: 1 })
  revision!: number;
  @Column({ type: 'text', name: 'external_id', nullable: true, collation: 'C' })
  externalId!: string | null;
  @Column({ type: 'text', default: 'ACTIVE' })
  status!: 'ACTIVE' | 'BLOCKED' | 'CLOSED';
  @Column({ type: 'text', name: 'first_name', nullable: true })
  firstName!: string | null;
  @Column({ type: 'text', name: 'last_name', nullable: true })
  lastName!: string | null;
  /** E.164. */
  @Column({ type: 'text', nullable: true, collation: 'C' })
  phone!: string | null;
  /** Lower case. */
  @Column({ type: 'text', nullable: true, collation: 'C' })
  email!: string | null;
  /** YYYY-MM-DD. */
  @Column({ type: 'date', name: 'birth_date', nullable: true })
  birthDate!: string | null;
  @Column({ type: 'text', default: 'UNKNOWN' })
  gender!: 'FEMALE' | 'MALE' | 'UNKNOWN';
  @Column({ type: 'text', nullable: true })
  city!: string | null;
  @Column({ type: 'text', name: 'home_store_id', nullable: true })
  homeStoreId!: string | null;
  @Column({ type: 'text' })
  language!: 'ru' | 'kk' | 'en';
  @Column({ type: 'text' })
  channel!: string;
  @Column({ type: 'timestamptz', name: 'registered_at', precision: 3 })
  registeredAt!: Date;
  @Column({ type: 'jsonb', default: {} })
  attributes!: Record<string, string>;
  /** Words of the names as they are searched. */
  @Column({ type: 'tsvector', name: 'name_words', default: '', select: false })
  @Index('member_name_words', { synchronize: false })
  nameWords!: string;
  /** The import that last wrote this row, and the hash of what it wrote. */
  @Column({ type: 'text', name: 'import_id', nullable: true, select: false })
  importId!: string | null;
  @Column({ type: 'text', name: 'import_hash', nullable: true, select: false })
  importHash!: string | null;
  @Column({ type: 'jsonb', default: [] })
  children!: Child[];
}

/** Select list that reads a `Member` from `member m` without an ORM's detours: the hot path of every screen. */
export const memberColumns = `m.id, m.revision, m.external_id as "externalId", m.status, m.first_name as "firstName",
  m.last_name as "lastName", m.phone, m.email, m.birth_date::text as "birthDate", m.gender, m.city,
  m.home_store_id as "homeStoreId", m.language, m.channel, m.registered_at as "registeredAt", m.attributes, m.children`;
