import { Counter, Gauge, type ServiceMetrics } from '@adal/service';

/** What operators see of the ingest. */
export interface IngestMetrics {
  readonly events: Counter<'stream'>;
  readonly lastEvent: Gauge<'stream'>;
}

export function ingestMetrics({ registry }: Pick<ServiceMetrics, 'registry'>): IngestMetrics {
  const registers = [registry];
  const labelNames = ['stream'] as const;
  return {
    events: new Counter({ name: 'adal_analytics_events_total', help: 'Events taken in', labelNames, registers }),
    lastEvent: new Gauge({
      name: 'adal_analytics_last_event_timestamp_seconds',
      help: 'When the last event taken in happened',
      labelNames,
      registers,
    }),
  };
}
