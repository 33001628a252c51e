import { runMain, startSubgraph, type RunningSubgraph } from '@adal/service';
import { readCommunicationsConfig, type CommunicationsConfig } from './config';
import { communicationsConsumers } from './consumers';
import { communicationsDataSource } from './db/data-source';
import { smtpChannel } from './features/channels';
import { compileTemplates } from './features/templates';
import { jobs } from './jobs';
import { communicationsSchema } from './schema';

/** Starts the subgraph; with `signals` it ends by itself on SIGTERM. */
export async function startCommunications(config: CommunicationsConfig, signals: boolean): Promise<RunningSubgraph> {
  const render = await compileTemplates({
    brand: config.MAIL_FROM.replace(/\s*<.*$/, ''),
    webUrl: config.PUBLIC_WEB_URL,
    currency: config.PROGRAMME_CURRENCY,
    timeZone: config.BUSINESS_TIME_ZONE,
  });
  const mail = smtpChannel(config.SMTP_URL, config.MAIL_FROM);
  const clock = (): Date => new Date();
  return startSubgraph(
    {
      name: 'communications',
      settings: config,
      db: communicationsDataSource(config.DATABASE_URL, config.DATABASE_POOL),
      schema: communicationsSchema(),
      consumers: communicationsConsumers({ render, clock }),
      jobs,
      createContext: (base) => ({ ...base, config, render, mail, clock }),
      // Stopped after the jobs that send.
      start: async () => async () => mail.close(),
    },
    signals,
  );
}

if (require.main === module) runMain(async () => startCommunications(readCommunicationsConfig(), true));
