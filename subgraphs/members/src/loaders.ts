import type { DataSource } from 'typeorm';
import { cardsOfMemberLoader } from './features/cards';
import { consentsOfMemberLoader } from './features/consents';
import { memberLoader } from './features/profiles';

/** Batched reads of one request. */
export const createLoaders = (db: DataSource) => ({
  member: memberLoader(db),
  cardsOfMember: cardsOfMemberLoader(db),
  consentsOfMember: consentsOfMemberLoader(db),
});

export type Loaders = ReturnType<typeof createLoaders>;
