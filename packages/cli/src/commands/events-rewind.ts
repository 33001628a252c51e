import { connectStreams, rewindConsumers } from '@adal/events';

/** Lets every context be given again what the streams got since then: after a restore, before the services start. */
export async function rewindEvents(natsUrl: string, print: (line: string) => void, since: Date): Promise<boolean> {
  const streams = await connectStreams(natsUrl, 'adal-cli');
  try {
    const rewound = await rewindConsumers(streams, since);
    print(`${rewound} consumers will be given again what came since ${since.toISOString()}.`);
    return true;
  } finally {
    await streams.close();
  }
}
