import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Members that somebody listed by hand or by a file. */
@Entity('member_list')
export class MemberListRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  /** One of its kind, whatever the case. */
  @Column({ type: 'text' })
  name!: string;
  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt!: Date;
  /** When it got its name or a member last. */
  @Column({ type: 'timestamptz', precision: 3, name: 'updated_at' })
  updatedAt!: Date;
}

/** A member on a list. */
@Entity('member_list_entry')
@Index('member_list_entry_member', ['memberId', 'listId'])
export class MemberListEntryRow {
  @PrimaryColumn({ type: 'uuid', name: 'list_id' })
  listId!: string;
  @PrimaryColumn({ type: 'uuid', name: 'member_id' })
  memberId!: string;
}
