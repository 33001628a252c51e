import { Entity, PrimaryColumn } from 'typeorm';

/** A lot that changed without an entry of the journal, until it is told. */
@Entity('untold_lot')
export class UntoldLot {
  @PrimaryColumn({ type: 'uuid', name: 'lot_id' })
  lotId!: string;
}
