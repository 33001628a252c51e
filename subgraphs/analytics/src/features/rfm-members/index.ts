/** Who is in which cell of the grids: by the bounds of the day, booked and told. */
export { followRfm } from './follow-rfm';
export { rfmCellsLoader } from './rfm-member.loaders';
export { watchRfm } from './watch-rfm';
export { RfmMemberRow } from './rfm-member.entity';
