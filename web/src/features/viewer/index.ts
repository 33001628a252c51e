export { useMay, useViewer, ViewerProvider } from './viewer-context';
export { isAllowed, type Permission, type Viewer } from './viewer';
