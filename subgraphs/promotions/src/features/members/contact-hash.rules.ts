import { createHash } from 'node:crypto';

/** What stands for a phone or an e-mail here: enough to find a member by it, useless to write to them. */
export function hashContact(kind: 'phone' | 'email', value: string): string {
  return createHash('sha256').update(`${kind}:${value}`).digest('hex');
}
