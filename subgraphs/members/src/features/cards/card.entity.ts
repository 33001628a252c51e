import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A card; its number identifies at most one member. */
@Entity('card')
@Index('card_of_member', ['memberId'])
export class Card {
  @PrimaryColumn({ type: 'text', collation: 'C' })
  number!: string;
  @Column({ type: 'uuid', name: 'member_id' })
  memberId!: string;
  @Column({ type: 'text' })
  kind!: 'PLASTIC' | 'VIRTUAL';
  @Column({ type: 'text', default: 'ACTIVE' })
  status!: 'ACTIVE' | 'BLOCKED';
  @Column({ type: 'timestamptz', name: 'issued_at', precision: 3 })
  issuedAt!: Date;
}

/** Select list that reads a `Card`. */
export const cardColumns = 'number, member_id as "memberId", kind, status, issued_at as "issuedAt"';
