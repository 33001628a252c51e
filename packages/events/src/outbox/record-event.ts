import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { EventContract } from '../define-event';
import type { Envelope, EventOrigin } from '../envelope';

/**
 * Records an event in the caller's transaction: it will be published if, and only if, the transaction commits.
 * Throws when the data breaks the contract.
 */
export async function recordEvent<T>(
  tx: EntityManager,
  contract: EventContract<T>,
  data: T,
  origin: EventOrigin,
): Promise<string> {
  const envelope = sealEvent(contract, data, origin);
  await tx.query('insert into outbox (id, subject, envelope) values ($1, $2, $3)', [
    envelope.id,
    contract.subject,
    JSON.stringify(envelope),
  ]);
  return envelope.id;
}

/** Makes the envelope of an event without storing it: for a caller that inserts the outbox row in its own SQL. */
export function sealEvent<T>(contract: EventContract<T>, data: T, origin: EventOrigin): Envelope {
  return {
    specversion: '1.0',
    id: uuidv7(),
    source: `adal/${contract.subject.split('.')[0] ?? ''}`,
    type: contract.subject,
    time: origin.now.toISOString(),
    datacontenttype: 'application/json',
    correlationid: origin.correlationId,
    ...(origin.causationId === undefined ? {} : { causationid: origin.causationId }),
    data: contract.schema.parse(data),
  };
}
