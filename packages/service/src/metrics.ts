import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export { Counter, Gauge, Histogram, type Registry };

/** Prometheus metrics of one service: Node's own and the ones below. */
export interface ServiceMetrics {
  readonly registry: Registry;
  /** Seconds per GraphQL operation, by operation name and outcome. */
  readonly operations: Histogram<'operation' | 'outcome'>;
  /** Runs of scheduled jobs, by job and outcome. */
  readonly jobs: Counter<'job' | 'outcome'>;
}

/** Makes the registry of a service. */
export function createMetrics(service: string): ServiceMetrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    operations: new Histogram({
      name: 'adal_graphql_operation_seconds',
      help: 'Duration of GraphQL operations',
      labelNames: ['operation', 'outcome'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [registry],
    }),
    jobs: new Counter({
      name: 'adal_job_runs_total',
      help: 'Runs of scheduled jobs',
      labelNames: ['job', 'outcome'],
      registers: [registry],
    }),
  };
}
