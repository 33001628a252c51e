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
  await recordEnvelopes(tx, [envelope]);
  return envelope.id;
}

/** Stores events that are sealed already, in their order, with one statement. */
export async function recordEnvelopes(tx: EntityManager, envelopes: readonly Envelope[]): Promise<void> {
  if (envelopes.length === 0) return;
  await tx.query(
    'insert into outbox (id, subject, envelope) select * from unnest($1::uuid[], $2::text[], $3::text[]) as e (id, subject, envelope)',
    [
      envelopes.map(({ id }) => id),
      envelopes.map(({ type }) => type),
      envelopes.map((envelope) => JSON.stringify(envelope)),
    ],
  );
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
