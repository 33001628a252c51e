export { SegmentEditor } from './editor-page';
