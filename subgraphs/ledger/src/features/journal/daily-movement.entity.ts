import { bigintColumn } from '@adal/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ACCOUNTS, type AccountKind } from './account-kinds';

/** Which time of an entry puts it into a day. */
const MOVEMENT_AXES = ['OCCURRED', 'BOOKED'] as const;
export type MovementAxis = (typeof MOVEMENT_AXES)[number];

/** What the postings of a day moved from one account to another: sums of the past, kept by a job. */
@Entity('daily_movement')
export class DailyMovement {
  @PrimaryColumn({ type: 'enum', enum: MOVEMENT_AXES, enumName: 'movement_axis' })
  axis!: MovementAxis;
  /** In the chain's time zone. */
  @PrimaryColumn({ type: 'date' })
  day!: string;
  @PrimaryColumn({ type: 'text', name: 'legal_entity' })
  legalEntity!: string;
  @PrimaryColumn({ type: 'enum', enum: ACCOUNTS, enumName: 'account_kind' })
  source!: AccountKind;
  @PrimaryColumn({ type: 'enum', enum: ACCOUNTS, enumName: 'account_kind' })
  destination!: AccountKind;
  @Column({ type: 'bigint', name: 'amount_minor', transformer: bigintColumn })
  amountMinor!: bigint;
  /** The entries of the day are among these: a part of a day is summed from them. */
  @Column({ type: 'bigint', name: 'first_seq', transformer: bigintColumn })
  firstSeq!: bigint;
  @Column({ type: 'bigint', name: 'last_seq', transformer: bigintColumn })
  lastSeq!: bigint;
}
