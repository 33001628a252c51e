import { readSdl } from '@adal/service';
import { approvalsResolvers } from './approvals.resolvers';

/** A colleague is asked about a version, and decides. */
export const approvalRequests = { typeDefs: readSdl(__dirname, 'approvals.graphql'), resolvers: approvalsResolvers };
