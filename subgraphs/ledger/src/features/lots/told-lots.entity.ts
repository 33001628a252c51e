import { bigintColumn } from '@adal/money';
import { Entity, PrimaryColumn } from 'typeorm';

/** How far lots have been told: one row. */
@Entity('told_lots')
export class ToldLots {
  /** Everything up to this transaction is told. */
  @PrimaryColumn({ type: 'bigint', name: 'upto_xid', transformer: bigintColumn })
  uptoXid!: bigint;
}

/** A lot that changed without an entry of the journal, until it is told. */
@Entity('untold_lot')
export class UntoldLot {
  @PrimaryColumn({ type: 'uuid', name: 'lot_id' })
  lotId!: string;
}
