import { readSdl } from '@adal/service';
import { couponBatchesResolvers } from './coupon-batches.resolvers';

/** Orders for codes, and the job that makes them. */
export const couponBatches = {
  typeDefs: readSdl(__dirname, 'coupon-batches.graphql'),
  resolvers: couponBatchesResolvers,
};

export { makeCodes } from './make-codes';
