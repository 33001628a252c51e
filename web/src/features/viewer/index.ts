export { useMay, useViewer, ViewerProvider } from './viewer-context';
export { isAllowed, type Permission } from './viewer';
