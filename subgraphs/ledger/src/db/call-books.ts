import { askPrepared } from '@adal/service';
import type { DataSource, EntityManager } from 'typeorm';

const TRIES_MAX = 5;
const RETRIED_CODES = new Set(['40001', '40P01']);

/**
 * Calls a booking function of the database: one statement, one transaction, one round trip. When two calls with one
 * client-made id collide, or wait for each other, the later one is tried again and finds what the other has booked.
 */
export async function callBooks<T>(db: DataSource, name: string, ...values: unknown[]): Promise<T> {
  const text = `select ${name}(${values.map((_, index) => `$${index + 1}`).join(', ')}) as answer`;
  for (let tries = 1; ; tries += 1) {
    try {
      const [row] = await askPrepared<{ answer: T }>(db, text, values);
      if (!row) throw new Error(`${name} answered nothing`);
      return row.answer;
    } catch (error) {
      if (tries >= TRIES_MAX || !RETRIED_CODES.has((error as { code?: string }).code ?? '')) throw error;
    }
  }
}

/** The same within the caller's transaction, which tries again itself. */
export async function callBooksIn<T>(tx: EntityManager, name: string, ...values: unknown[]): Promise<T> {
  const text = `select ${name}(${values.map((_, index) => `$${index + 1}`).join(', ')}) as answer`;
  const rows: { answer: T }[] = await tx.query(text, values);
  const [row] = rows;
  if (!row) throw new Error(`${name} answered nothing`);
  return row.answer;
}
