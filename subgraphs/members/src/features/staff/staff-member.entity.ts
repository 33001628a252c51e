import type { RoleName } from '@adal/service';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person who may sign in to the back office. */
@Entity('staff_member')
@Index('staff_member_email', ['email'], { unique: true })
export class StaffMember {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  /** Lower case. */
  @Column({ type: 'text', collation: 'C' })
  email!: string;
  @Column({ type: 'text' })
  name!: string;
  @Column({ type: 'text', name: 'password_hash' })
  passwordHash!: string;
  @Column({ type: 'text' })
  role!: RoleName;
  /** External ids of the stores this person sees; null means all. */
  @Column({ type: 'text', array: true, name: 'store_ids', nullable: true })
  storeIds!: string[] | null;
  @Column({ type: 'boolean', default: true })
  active!: boolean;
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'last_sign_in_at', precision: 3, nullable: true })
  lastSignInAt!: Date | null;
}
