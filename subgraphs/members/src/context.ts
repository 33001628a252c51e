import type { ServiceContext } from '@adal/service';
import type { MembersConfig } from './config';
import type { Loaders } from './loaders';

/** What every use case of this subgraph is given. */
export interface MembersContext extends ServiceContext {
  readonly config: MembersConfig;
  readonly loaders: Loaders;
}
