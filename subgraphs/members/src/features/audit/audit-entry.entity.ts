import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who did what, when and to whom. Rows are only added. */
@Entity('audit_entry')
@Index('audit_entry_of_target', ['target', 'at'])
export class AuditEntry {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
  @Column({ type: 'text', name: 'actor_kind' })
  actorKind!: string;
  @Column({ type: 'text', name: 'actor_id' })
  actorId!: string;
  @Column({ type: 'text', name: 'actor_name' })
  actorName!: string;
  @Column({ type: 'text' })
  action!: string;
  @Column({ type: 'text' })
  target!: string;
  @Column({ type: 'jsonb', default: {} })
  detail!: Record<string, unknown>;
}
