import type { DataSource, EntityManager } from 'typeorm';

const TRIES_MAX = 5;
const RETRIED_CODES = new Set(['40001', '40P01']);

/**
 * Calls a booking function of the database: one statement, one transaction, one round trip. When two calls with one
 * client-made id collide, or wait for each other, the later one is tried again and finds what the other has booked.
 */
export async function callBooks<T>(db: DataSource | EntityManager, name: string, ...args: unknown[]): Promise<T> {
  const sql = `select ${name}(${args.map((_, index) => `$${index + 1}`).join(', ')}) as answer`;
  for (let tries = 1; ; tries += 1) {
    try {
      const rows: { answer: T }[] = await db.query(sql, args);
      const row = rows[0];
      if (!row) throw new Error(`${name} answered nothing`);
      return row.answer;
    } catch (error) {
      if (tries >= TRIES_MAX || !RETRIED_CODES.has((error as { code?: string }).code ?? '')) throw error;
    }
  }
}
