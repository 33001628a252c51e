// Our gateway as it is shipped: authentication, limits, signed actors, log lines and metrics included.
import { gatewaySettings, startGateway } from '@adal/gateway';
import { readConfig } from '@adal/service';
import { reportCpu } from '../child.ts';

const { port } = await startGateway(readConfig(gatewaySettings));
reportCpu(`http://127.0.0.1:${port}/graphql`);
