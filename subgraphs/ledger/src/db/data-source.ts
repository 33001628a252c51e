import { join } from 'node:path';
import { eventEntities } from '@adal/events';
import { createDataSource } from '@adal/service';
import type { DataSource } from 'typeorm';
import { AdjustmentLimitRow } from '../features/adjustment-limits';
import { AdjustmentRow, AdjustmentStepRow } from '../features/adjustments';
import { PointGrantRow } from '../features/grants';
import { Account, DailyMovement, JournalEntryRow, MovementHorizon, PostingRow } from '../features/journal';
import { ImportPulse } from '../features/imports';
import { LimitCounter, LimitUse } from '../features/limits';
import { ExtendedLot, Extension } from '../features/extensions';
import { Debt, LotRow, ToldLots, UntoldLot } from '../features/lots';
import { MemberCopy, MemberKeyRow } from '../features/members';
import { ChainBlockRow } from '../features/proof';
import { PaymentRow, PurchaseLineRow, PurchaseRow } from '../features/purchases';
import { Reservation } from '../features/reservations';
import { ReturnLineRow, ReturnRow } from '../features/returns';
import { RunRow, UndoneRun } from '../features/runs';
import { StoreRow, TillRow } from '../features/stores';
import { CreateBooks1795000000000 } from './migrations/1795000000000-create-books';
import { CreateReceipts1795000000100 } from './migrations/1795000000100-create-receipts';
import { KeepFunctionsApart1795000000400 } from './migrations/1795000000400-keep-functions-apart';
import { ShardLimits1795000001000 } from './migrations/1795000001000-shard-limits';
import { KeepDebts1795000002000 } from './migrations/1795000002000-keep-debts';
import { CreateChain1795000003000 } from './migrations/1795000003000-create-chain';
import { CreateAdjustments1795000004000 } from './migrations/1795000004000-create-adjustments';
import { FindReceipts1795000005000 } from './migrations/1795000005000-find-receipts';
import { KeepDailyMovements1795000006000 } from './migrations/1795000006000-keep-daily-movements';
import { KeepIssuedCoupons1795000040000 } from './migrations/1795000040000-keep-issued-coupons';
import { KeepPromotions1795000041000 } from './migrations/1795000041000-keep-promotions';
import { CreateGrants1795000060000 } from './migrations/1795000060000-create-grants';
import { FindEntries1795000061000 } from './migrations/1795000061000-find-entries';
import { OrderLimits1795000062000 } from './migrations/1795000062000-order-limits';
import { FindLimits1795000063000 } from './migrations/1795000063000-find-limits';
import { TellLots1795000070000 } from './migrations/1795000070000-tell-lots';
import { KeepChannels1795000195000 } from './migrations/1795000195000-keep-channels';
import { ReturnPromotions1795401000000 } from './migrations/1795401000000-return-promotions';

const MIGRATIONS = [
  CreateBooks1795000000000,
  CreateReceipts1795000000100,
  KeepFunctionsApart1795000000400,
  ShardLimits1795000001000,
  KeepDebts1795000002000,
  CreateChain1795000003000,
  CreateAdjustments1795000004000,
  FindReceipts1795000005000,
  KeepDailyMovements1795000006000,
  KeepIssuedCoupons1795000040000,
  KeepPromotions1795000041000,
  CreateGrants1795000060000,
  FindEntries1795000061000,
  OrderLimits1795000062000,
  FindLimits1795000063000,
  TellLots1795000070000,
  KeepChannels1795000195000,
  ReturnPromotions1795401000000,
];

/** The ledger's database; not opened yet. */
export function ledgerDataSource(url: string, pool?: number): DataSource {
  return createDataSource({
    url,
    ...(pool === undefined ? {} : { pool }),
    entities: [
      ...eventEntities,
      ...[
        StoreRow,
        TillRow,
        MemberCopy,
        MemberKeyRow,
        Account,
        JournalEntryRow,
        PostingRow,
        LotRow,
        Debt,
        Extension,
        ExtendedLot,
        ChainBlockRow,
      ],
      ...[
        LimitCounter,
        LimitUse,
        Reservation,
        PurchaseRow,
        PurchaseLineRow,
        PaymentRow,
        ReturnRow,
        ReturnLineRow,
        RunRow,
        ImportPulse,
      ],
      ...[
        AdjustmentRow,
        AdjustmentStepRow,
        AdjustmentLimitRow,
        PointGrantRow,
        UndoneRun,
        DailyMovement,
        MovementHorizon,
        ToldLots,
        UntoldLot,
      ],
    ],
    migrations: MIGRATIONS,
    functions: { schema: 'books', directory: join(__dirname, 'functions') },
  });
}
