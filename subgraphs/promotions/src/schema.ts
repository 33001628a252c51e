import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { scalars } from '@adal/money';
import { readSdl, textScalars } from '@adal/service';
import type { GraphQLSchema } from 'graphql';
import { approvalRequests } from './features/approval-requests';
import { attributes } from './features/attributes';
import { calendar } from './features/calendar';
import { catalogue } from './features/catalogue';
import { categories } from './features/categories';
import { complements } from './features/complements';
import { couponBatches } from './features/coupon-batches';
import { couponChecks } from './features/coupon-checks';
import { couponGuesses } from './features/coupon-guesses';
import { couponPools } from './features/coupon-pools';
import { coupons } from './features/coupons';
import { holidays } from './features/holidays';
import { imports } from './features/imports';
import { promotionLimits } from './features/limits';
import { memberLists } from './features/member-lists';
import { previews } from './features/previews';
import { problems } from './features/problems';
import { programme } from './features/programme';
import { productSets } from './features/product-sets';
import { promotions } from './features/promotions';
import { quotes } from './features/quotes';
import { versions } from './features/versions';
import { simulationResults } from './features/simulation-results';
import { simulations } from './features/simulations';
import { templates } from './features/templates';
import { uses } from './features/uses';

const base = {
  typeDefs: readSdl(join(__dirname, 'graphql'), 'base.graphql'),
  resolvers: { ...scalars, ...textScalars },
};

/** The subgraph's schema: its features, in the order of a promotion's life. */
export function promotionsSchema(): GraphQLSchema {
  return buildSubgraphSchema([
    base,
    catalogue,
    categories,
    attributes,
    productSets,
    complements,
    programme,
    holidays,
    memberLists,
    templates,
    problems,
    promotionLimits,
    promotions,
    approvalRequests,
    versions,
    uses,
    calendar,
    quotes,
    previews,
    couponChecks,
    couponPools,
    couponBatches,
    coupons,
    couponGuesses,
    simulations,
    simulationResults,
    imports,
  ]);
}
