import { inTransaction } from '@adal/service';
import type { DataSource, EntityManager } from 'typeorm';

const UNIQUE_VIOLATION = '23505';
/** A loser of a race sees the winner on its second try; more tries only help against random card numbers. */
const TRIES_MAX = 4;

/**
 * Runs `work` in a transaction. When it loses a race for something unique (a phone, a card, a client-made id), it runs again
 * and now sees what the winner stored, so that its rules can answer with a refusal or a replay.
 */
export async function decideAgainOnRace<T>(db: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTransaction(db, work);
    } catch (error) {
      if (tries >= TRIES_MAX || (error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
    }
  }
}
