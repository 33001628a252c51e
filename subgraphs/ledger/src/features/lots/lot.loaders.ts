import DataLoader from 'dataloader';
import { In, type DataSource } from 'typeorm';
import { LotRow } from './lot.entity';

/** Open lots by member, the next to expire first. */
export function openLotsLoader(db: DataSource): DataLoader<string, LotRow[]> {
  return new DataLoader(async (memberIds) => {
    const lots = await db.getRepository(LotRow).find({
      where: { memberId: In(memberIds), status: In(['PENDING', 'ACTIVE']) },
      order: { expiresAt: { direction: 'asc', nulls: 'last' }, id: 'asc' },
    });
    return memberIds.map((memberId) => lots.filter((lot) => lot.memberId === memberId));
  });
}
