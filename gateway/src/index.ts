export { gatewaySettings, type GatewaySettings } from './config';
export { startGateway, type RunningGateway } from './start-gateway';
