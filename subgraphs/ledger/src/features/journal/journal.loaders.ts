import DataLoader from 'dataloader';
import { In, type DataSource } from 'typeorm';
import { JournalEntryRow } from './journal-entry.entity';
import { PostingRow } from './posting.entity';

/** Entries that a purchase, its reservation and its returns made, in order of booking. */
export function entriesLoader(db: DataSource): DataLoader<string, JournalEntryRow[]> {
  return new DataLoader(async (purchaseIds) => {
    const entries = await db
      .getRepository(JournalEntryRow)
      .find({ where: { purchaseId: In(purchaseIds) }, order: { seq: 'asc' } });
    return purchaseIds.map((id) => entries.filter((entry) => entry.purchaseId === id));
  });
}

/** Postings by entry. */
export function postingsLoader(db: DataSource): DataLoader<bigint, PostingRow[]> {
  return new DataLoader(async (seqs) => {
    const postings = await db.getRepository(PostingRow).find({ where: { entrySeq: In(seqs) }, order: { n: 'asc' } });
    return seqs.map((seq) => postings.filter((posting) => posting.entrySeq === seq));
  });
}
