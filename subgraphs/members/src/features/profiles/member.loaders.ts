import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Member } from './member.entity';
import { listMembersById } from './member.queries';

/** Members by id, batched per request; null for an id nobody has. */
export function memberLoader(db: DataSource): DataLoader<string, Member | null> {
  return new DataLoader(async (ids) => {
    const members = new Map((await listMembersById(db, ids)).map((member) => [member.id, member]));
    return ids.map((id) => members.get(id) ?? null);
  });
}
