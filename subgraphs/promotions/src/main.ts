import { readConfig, runMain, startSubgraph } from '@adal/service';
import { promotionsSettings } from './config';
import { promotionsSubgraph } from './subgraph';

runMain(() => startSubgraph(promotionsSubgraph(readConfig(promotionsSettings))));
