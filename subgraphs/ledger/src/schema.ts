import { join } from 'node:path';
import { scalars } from '@adal/money';
import { readSdl, textScalars } from '@adal/service';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import { adjustmentLimits } from './features/adjustment-limits';
import { adjustments } from './features/adjustments';
import { balances } from './features/balances';
import { extensions } from './features/extensions';
import { grants } from './features/grants';
import { imports } from './features/imports';
import { journal } from './features/journal';
import { liability } from './features/liability';
import { limits } from './features/limits';
import { lots } from './features/lots';
import { members } from './features/members';
import { openingBalances } from './features/opening-balances';
import { proof } from './features/proof';
import { purchases } from './features/purchases';
import { receiptImports } from './features/receipt-imports';
import { reservations } from './features/reservations';
import { returns } from './features/returns';
import { runs } from './features/runs';
import { storeImports } from './features/store-imports';
import { stores } from './features/stores';
import { trialBalance } from './features/trial-balance';

/** The executable schema of this subgraph: a table of contents of its features. */
export function ledgerSchema(): GraphQLSchema {
  const base = {
    typeDefs: readSdl(join(__dirname, 'graphql'), 'base.graphql'),
    resolvers: { ...scalars, ...textScalars },
  };
  return buildSubgraphSchema([
    ...[base, stores, purchases, reservations, returns, limits, adjustments, adjustmentLimits, grants],
    ...[balances, lots, extensions, liability, journal, trialBalance, proof, members],
    ...[imports, storeImports, receiptImports, openingBalances, runs],
  ]);
}
