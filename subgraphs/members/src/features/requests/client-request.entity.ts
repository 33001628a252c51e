import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a client-made id did, so that a retry is answered and not done again. Kept forever. */
@Entity('client_request')
export class ClientRequest {
  @PrimaryColumn({ type: 'text' })
  kind!: string;
  @PrimaryColumn({ type: 'text', collation: 'C' })
  id!: string;
  @Column({ type: 'text', name: 'content_hash' })
  contentHash!: string;
  /** Member id or card number: what the request made or changed. */
  @Column({ type: 'text' })
  subject!: string;
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}
