import { normaliseEmail, ROLES, type RoleName } from '@adal/service';
import { isPassword, PASSWORD_RULE } from './password';

/** What is wrong with staff input, by field. */
export interface StaffFault {
  readonly field: string;
  readonly message: string;
}

/** True for the name of a staff role. */
export function isRole(name: string): name is RoleName {
  return Object.hasOwn(ROLES, name);
}

/** The first thing wrong with what is given; null when all is well. Absent fields are not looked at. */
export function staffFault(given: {
  readonly email?: string;
  readonly name?: string;
  readonly role?: string | null | undefined;
  readonly password?: string;
  readonly storeIds?: readonly string[] | null | undefined;
}): StaffFault | null {
  const { email, name, role, password, storeIds } = given;
  if (email !== undefined && normaliseEmail(email) === null)
    return { field: 'email', message: 'email must be an e-mail address.' };
  if (name !== undefined && (name.trim() === '' || name.length > 100))
    return { field: 'name', message: 'name must have 1 to 100 characters.' };
  if (role != null && !isRole(role))
    return { field: 'role', message: `role must be one of ${Object.keys(ROLES).join(', ')}.` };
  if (password !== undefined && !isPassword(password)) return { field: 'password', message: PASSWORD_RULE };
  if (storeIds?.some((id) => id.trim() === '' || id.length > 64))
    return { field: 'storeIds', message: 'storeIds must be ids of stores.' };
  return null;
}
