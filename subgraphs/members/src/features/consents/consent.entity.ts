import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a member agreed to, by channel; the latest word counts. */
@Entity('consent')
export class Consent {
  @PrimaryColumn({ type: 'uuid', name: 'member_id' })
  memberId!: string;
  @PrimaryColumn({ type: 'text' })
  channel!: string;
  @Column({ type: 'boolean' })
  given!: boolean;
  @Column({ type: 'timestamptz', name: 'changed_at', precision: 3 })
  changedAt!: Date;
  @Column({ type: 'text' })
  source!: string;
}

/** Channels a member may agree to hear from. */
export const CONSENT_CHANNELS: readonly string[] = ['SMS', 'EMAIL', 'PUSH'];
