export { GatewayClient, OperatorError, resolveAccess, type GatewayAccess } from './gateway-client';
export { loadDemo } from './demo/load-demo';
export { runImport } from './imports/run-import';
