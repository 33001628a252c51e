import { readConfig, runMain } from '@adal/service';
import { gatewaySettings } from './config';
import { startGateway } from './start-gateway';

runMain(() => startGateway(readConfig(gatewaySettings)));
