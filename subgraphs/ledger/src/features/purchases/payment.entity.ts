import { bigintColumn } from '@adal/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a receipt was paid. */
@Entity('payment')
export class PaymentRow {
  @PrimaryColumn({ type: 'text', name: 'purchase_id' })
  purchaseId!: string;
  @PrimaryColumn({ type: 'smallint' })
  n!: number;
  @Column({ type: 'text' })
  tender!: string;
  @Column({ type: 'bigint', name: 'amount_minor', transformer: bigintColumn })
  amountMinor!: bigint;
}
