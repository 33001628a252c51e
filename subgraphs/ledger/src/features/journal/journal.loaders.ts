import DataLoader from 'dataloader';
import { In, type DataSource } from 'typeorm';
import { JournalEntryRow } from './journal-entry.entity';
import { PostingRow } from './posting.entity';

/** A purchase whose entries are asked for. */
export interface EntriesKey {
  readonly purchaseId: string;
  readonly memberId: string;
}

/** Entries that purchases, their reservations and their returns made, in order of booking. */
export function entriesLoader(db: DataSource): DataLoader<EntriesKey, JournalEntryRow[], string> {
  return new DataLoader(
    async (keys) => {
      const where = {
        memberId: In(keys.map(({ memberId }) => memberId)),
        purchaseId: In(keys.map(({ purchaseId }) => purchaseId)),
      };
      const entries = await db.getRepository(JournalEntryRow).find({ where, order: { seq: 'asc' } });
      return keys.map(({ purchaseId }) => entries.filter((entry) => entry.purchaseId === purchaseId));
    },
    { cacheKeyFn: ({ purchaseId }) => purchaseId },
  );
}

/** Entries by their place in the journal. */
export function entriesBySeqLoader(db: DataSource): DataLoader<bigint, JournalEntryRow | null> {
  return new DataLoader(async (seqs) => {
    const entries = await db.getRepository(JournalEntryRow).findBy({ seq: In(seqs) });
    return seqs.map((seq) => entries.find((entry) => entry.seq === seq) ?? null);
  });
}

/** Postings by entry. */
export function postingsLoader(db: DataSource): DataLoader<bigint, PostingRow[]> {
  return new DataLoader(async (seqs) => {
    const postings = await db
      .getRepository(PostingRow)
      .find({ where: { entrySeq: In(seqs) }, order: { lotId: 'asc' } });
    return seqs.map((seq) => postings.filter((posting) => posting.entrySeq === seq));
  });
}
