import type { EventContract } from '../define-event';
import * as analytics from './analytics';
import * as communications from './communications';
import * as ledger from './ledger';
import * as ledgerLimits from './ledger-limits';
import * as ledgerPoints from './ledger-points';
import * as members from './members';
import * as promotions from './promotions';

export * from './analytics';
export * from './communications';
export * from './ledger';
export * from './ledger-limits';
export * from './ledger-points';
export * from './members';
export * from './promotions';

/** Every contract, by subject: the catalogue that streams, samples and the AsyncAPI page are made from. */
export const catalogue: readonly EventContract[] = [
  members,
  ledger,
  ledgerLimits,
  ledgerPoints,
  promotions,
  communications,
  analytics,
]
  .flatMap((module) => Object.values(module) as unknown[])
  .filter((value): value is EventContract => typeof value === 'object' && value !== null && 'subject' in value)
  .sort((left, right) => left.subject.localeCompare(right.subject));
