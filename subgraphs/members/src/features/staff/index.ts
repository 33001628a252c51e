import { readSdl } from '@adal/service';
import { staffResolvers } from './staff.resolvers';

/** People who work in the back office, and what their roles allow. */
export const staff = { typeDefs: readSdl(__dirname, 'staff.graphql'), resolvers: staffResolvers };

export { StaffMember } from './staff-member.entity';
export { bootstrapStaff, bootstrapStaffSchema } from './bootstrap-staff';
export { verifyPassword } from './password';
