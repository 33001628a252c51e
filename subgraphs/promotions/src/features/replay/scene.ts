import type { Programme, Promotion } from '@adal/engine';

/** What a replay prices by, fixed when it begins: who resumes it prices by the same. Two worlds that differ by the drafts. */
export interface Scene {
  readonly programme: Programme;
  /** The world as it is, or was. */
  readonly without: readonly StagedPromotion[];
  /** The same with the drafts, each in the place of the promotion it edits. */
  readonly with: readonly StagedPromotion[];
  /** Of the drafts. */
  readonly draftIds: readonly string[];
}

/** A promotion on the scene. One that ran several times has an id for each run: its own, and the number of the run. */
export interface StagedPromotion extends Promotion {
  /** Sales without a member do not get it: its use is counted by member or card. */
  readonly membersOnly: boolean;
}

/** Which receipts are replayed. */
export interface Extent {
  /** First and last business day. */
  readonly from: string;
  readonly until: string;
  /** Null is every store. */
  readonly storeIds: readonly string[] | null;
  /** Of a hundred members, and of a hundred receipts without one. */
  readonly samplePercent: number;
}

/** A piece of the work that is done wholly or not at all: all receipts of a range of members, or anonymous ones of a range of time. */
export interface Part {
  readonly no: number;
  readonly kind: 'MEMBERS' | 'ANONYMOUS';
  /** First key of the range, a member's id or an instant; the range ends before `until`, or never when it is null. */
  readonly from: string;
  readonly until: string | null;
}
