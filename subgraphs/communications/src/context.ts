import type { ServiceContext } from '@adal/service';
import type { CommunicationsConfig } from './config';
import type { MailChannel } from './features/channels';
import type { RenderTemplate } from './features/templates';

/** What every use case of communications is given. */
export interface CommunicationsContext extends ServiceContext {
  readonly config: CommunicationsConfig;
  readonly render: RenderTemplate;
  readonly mail: MailChannel;
  /** The time as it goes on, for work that outlasts a request. */
  clock(): Date;
}
