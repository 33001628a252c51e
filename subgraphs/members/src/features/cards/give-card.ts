import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { VIRTUAL_SERIALS, virtualCardNumber } from './card-number.rules';
import { cardColumns, type Card } from './card.entity';

/**
 * Gives a member a plastic card, or a virtual one without a number. A number somebody has makes it fail as a unique violation:
 * for a plastic card that is a refusal, for a virtual one the next try takes another random number.
 */
export async function giveCard(tx: EntityManager, memberId: string, number: string | null, now: Date): Promise<Card> {
  const card: Card = {
    number: number ?? virtualCardNumber(randomInt(VIRTUAL_SERIALS)),
    memberId,
    kind: number === null ? 'VIRTUAL' : 'PLASTIC',
    status: 'ACTIVE',
    issuedAt: now,
  };
  await tx.query('insert into card (number, member_id, kind, issued_at) values ($1, $2, $3, $4)', [
    card.number,
    memberId,
    card.kind,
    now,
  ]);
  return card;
}

/** Reads a card and keeps others from changing it until the transaction ends. */
export async function lockCard(tx: EntityManager, number: string): Promise<Card | null> {
  const rows: Card[] = await tx.query(`select ${cardColumns} from card where number = $1 for update`, [number]);
  return rows[0] ?? null;
}
