import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { cardColumns, type Card } from './card.entity';

/** Cards of members, newest first, batched per request. */
export function cardsOfMemberLoader(db: DataSource): DataLoader<string, Card[]> {
  return new DataLoader(async (memberIds) => {
    const cards: Card[] = await db.query(
      `select ${cardColumns} from card where member_id = any($1::uuid[]) order by issued_at desc, number`,
      [memberIds],
    );
    const byMember = Map.groupBy(cards, (card) => card.memberId);
    return memberIds.map((memberId) => byMember.get(memberId) ?? []);
  });
}
