import DataLoader from 'dataloader';
import { In, type DataSource } from 'typeorm';
import { RfmMemberRow } from './rfm-member.entity';

/** The cells that members are in, by grid. */
export function rfmCellsLoader(db: DataSource): DataLoader<string, RfmMemberRow[]> {
  return new DataLoader(async (memberIds) => {
    const rows = await db
      .getRepository(RfmMemberRow)
      .find({ where: { memberId: In([...memberIds]) }, order: { gridId: 'DESC' } });
    return memberIds.map((id) => rows.filter(({ memberId }) => memberId === id));
  });
}
