import type { z } from 'zod';

/** An event's contract: where it travels and what it carries. Fields are only ever added, and then optional. */
export interface EventContract<T = unknown> {
  /** `<context>.<noun>.<past-verb>.v<version>`; the stream is the context in capitals. */
  readonly subject: string;
  /** One sentence for the generated AsyncAPI page. */
  readonly summary: string;
  readonly schema: z.ZodType<T>;
}

const SUBJECT = /^(members|ledger|promotions|communications|analytics)\.[a-z]+\.[a-z]+\.v\d+$/;

/** Declares a contract. Throws at load time when the subject breaks the naming rule. */
export function defineEvent<T>(contract: EventContract<T>): EventContract<T> {
  if (!SUBJECT.test(contract.subject))
    throw new Error(`Subject ${contract.subject} is not <context>.<noun>.<past-verb>.v<n>`);
  return Object.freeze(contract);
}

/** "ledger.purchase.confirmed.v1" → "LEDGER". */
export function streamOf(subject: string): string {
  return (subject.split('.')[0] ?? '').toUpperCase();
}
