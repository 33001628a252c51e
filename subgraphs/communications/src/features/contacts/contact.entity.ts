import { bigintColumn } from '@adal/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A language we write in. */
export type Language = 'ru' | 'kk' | 'en';

/** What communications must know of a member: where to write, in which language, and what was agreed to. */
@Entity('contact')
export class Contact {
  @PrimaryColumn({ type: 'uuid', name: 'member_id' })
  memberId!: string;
  /** Of the member as we know it; an older snapshot that comes late changes nothing. */
  @Column({ type: 'bigint', transformer: bigintColumn })
  revision!: bigint;
  @Column({ type: 'text' })
  status!: 'ACTIVE' | 'BLOCKED' | 'CLOSED';
  @Column({ type: 'text', name: 'first_name', nullable: true })
  firstName!: string | null;
  @Column({ type: 'text', nullable: true })
  email!: string | null;
  @Column({ type: 'text' })
  language!: Language;
  /** Channels the member agreed to be sent marketing by: EMAIL, SMS, PUSH. */
  @Column({ type: 'text', array: true })
  consents!: string[];
}
