export { inSample, instantsOf } from './receipt-rows.queries';
export { replayParts, type ReplayOptions } from './replay-pool';
export type { Extent, Part, Scene, StagedPromotion } from './scene';
