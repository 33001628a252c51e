import { readSdl } from '@adal/service';
import { enrolmentResolvers } from './enrolment.resolvers';

/** A person joins through a live door. */
export const enrolment = { typeDefs: readSdl(__dirname, 'enrolment.graphql'), resolvers: enrolmentResolvers };
