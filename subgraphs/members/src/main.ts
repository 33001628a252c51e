import { runMain, startSubgraph } from '@adal/service';
import { membersConfig } from './config';
import { membersSubgraph } from './subgraph';

runMain(() => startSubgraph(membersSubgraph(membersConfig())));
