export { defineEvent, streamOf, type EventContract } from './define-event';
export { envelopeSchema, type Envelope, type EventOrigin, type ReceivedEvent } from './envelope';
export * from './contracts';
export { LIMIT_KIND_NAMES, LIMIT_KINDS, limitKeyOf, type LimitKind, type LimitOwner, type LimitUnit } from './limits';
export {
  QUOTE_TYP,
  SHORTFALL_POLICIES,
  type IssuedCoupon,
  type QuotedLimit,
  type QuotedPromotion,
  type QuotePayload,
  type ShortfallPolicy,
} from './quote';
export { packQuote, signedQuoteSchema, type PackedQuote } from './pack-quote';
export { NO_ROOT, type BlockHeader } from './proof/block-header';
export { keyIdOf, statementFaults, statementSchema, type Statement } from './proof/statement';
export { tellStatementFault, type StatementFault } from './proof/statement-fault';
export { merklePath, merkleRoot, rootOfBlock, sha256 } from './proof/merkle';
export { chunksOf } from './chunks';
export { backfillPage, type BackfillPage, type BackfillSource } from './backfill/backfill-source';
export { serveBackfills } from './backfill/serve-backfills';
export { askBackfill, type BackfillReply } from './backfill/ask-backfill';
export { createEventTables, dropEventTables, eventEntities } from './tables';
export { recordEnvelopes, recordEvent, sealEvent } from './outbox/record-event';
export { publishBatch, relayOutbox, type OutboxRelay } from './outbox/relay-outbox';
export {
  consume,
  defineConsumer,
  DELIVERIES_MAX,
  readEvent,
  inOneTransaction,
  type EventConsumer,
  type RunningConsumer,
} from './inbox/consume';
export { rewindConsumers } from './inbox/rewind-consumers';
export { recordDeadLetter } from './inbox/record-dead-letter';
export { deadLetterSubjects, serveDeadLetters, type DeadLetter } from './inbox/dead-letters';
export { connectStreams, type Streams } from './jetstream/connect';
export { readStream } from './jetstream/read-stream';
export { CONTEXTS, ensureStreams, type Context } from './jetstream/streams';
