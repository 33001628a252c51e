export { segmentLanguage } from './language';
export { SegmentWords } from './segment-words';
