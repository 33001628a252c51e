import type { KeyObject } from 'node:crypto';
import type { ServiceContext } from '@adal/service';
import type DataLoader from 'dataloader';
import type { LedgerConfig } from './config';
import {
  adjustmentsByEntryLoader,
  adjustmentStepsLoader,
  type AdjustmentRow,
  type AdjustmentStepRow,
} from './features/adjustments';
import { balanceLoader, type Balance } from './features/balances';
import {
  entriesBySeqLoader,
  entriesLoader,
  postingsLoader,
  type EntriesKey,
  type JournalEntryRow,
  type PostingRow,
} from './features/journal';
import { limitsUsedLoader, type LimitUseFigures } from './features/limits';
import { lotExtensionsLoader, type LotExtension } from './features/extensions';
import {
  lotMovementsLoader,
  lotsLoader,
  openLotsLoader,
  type LotMovement,
  type LotRow,
  type MovementsKey,
} from './features/lots';
import {
  linesLoader,
  paymentsLoader,
  type Bookings,
  type PaymentRow,
  type PurchaseLineRow,
} from './features/purchases';
import {
  returnLinesLoader,
  returnsLoader,
  returnedQuantitiesLoader,
  type ReturnLineRow,
  type ReturnRow,
} from './features/returns';
import { entryRunsLoader, type RunPlace } from './features/runs';
import type { StoreDirectory } from './features/stores';

/** What lives as long as the process. */
export interface LedgerParts {
  readonly config: LedgerConfig;
  readonly quoteKey: KeyObject;
  readonly stores: StoreDirectory;
  readonly bookings: Bookings;
}

/** What every use case of the ledger is given. */
export interface LedgerContext extends ServiceContext, LedgerParts {
  readonly loaders: Loaders;
}

/** Reads that fields ask for one by one and the database answers together. */
export interface Loaders {
  readonly lines: DataLoader<string, PurchaseLineRow[]>;
  readonly payments: DataLoader<string, PaymentRow[]>;
  readonly returns: DataLoader<string, ReturnRow[]>;
  readonly returnLines: DataLoader<string, ReturnLineRow[]>;
  /** Quantities given back so far, by purchase, then by line number. */
  readonly returnedQuantities: DataLoader<string, ReadonlyMap<number, bigint>>;
  readonly entries: DataLoader<EntriesKey, JournalEntryRow[], string>;
  readonly entriesBySeq: DataLoader<bigint, JournalEntryRow | null>;
  readonly postings: DataLoader<bigint, PostingRow[]>;
  readonly balances: DataLoader<string, Balance>;
  readonly lots: DataLoader<string, LotRow>;
  readonly openLots: DataLoader<string, LotRow[]>;
  readonly lotMovements: DataLoader<MovementsKey, LotMovement[], string>;
  readonly lotExtensions: DataLoader<string, LotExtension[]>;
  readonly adjustmentSteps: DataLoader<string, AdjustmentStepRow[]>;
  /** Adjustments and rows of runs, by the place of their entries. */
  readonly adjustmentsByEntry: DataLoader<bigint, AdjustmentRow | null>;
  readonly entryRuns: DataLoader<bigint, RunPlace | null>;
  readonly limitsUsed: DataLoader<string, LimitUseFigures[]>;
}

/** Makes the context of one request, job run or test. */
export function createLedgerContext(base: ServiceContext, parts: LedgerParts): LedgerContext {
  const { db, now } = base;
  const loaders: Loaders = {
    lines: linesLoader(db),
    payments: paymentsLoader(db),
    returns: returnsLoader(db),
    returnLines: returnLinesLoader(db),
    returnedQuantities: returnedQuantitiesLoader(db),
    entries: entriesLoader(db),
    entriesBySeq: entriesBySeqLoader(db),
    postings: postingsLoader(db),
    balances: balanceLoader(db, now),
    lots: lotsLoader(db),
    openLots: openLotsLoader(db),
    lotMovements: lotMovementsLoader(db),
    lotExtensions: lotExtensionsLoader(db),
    adjustmentSteps: adjustmentStepsLoader(db),
    adjustmentsByEntry: adjustmentsByEntryLoader(db),
    entryRuns: entryRunsLoader(db),
    limitsUsed: limitsUsedLoader(db),
  };
  return { ...base, ...parts, loaders };
}
