import type { Logger, ServiceMetrics } from '@adal/service';
import { Kind, type OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from './context';

const OPERATION_NAME_MAX = 100;

/** An operation that was answered. */
export interface ToldOperation {
  readonly operation: OperationDefinitionNode | undefined;
  readonly errors: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[];
  readonly context: GatewayContext;
  readonly startedMs: number;
}

/** Writes a log line and a metric for an operation. */
export type TellOperation = (told: ToldOperation) => void;

/** The metric is named by the root field: a client cannot make up new ones. */
export function operationTeller(metrics: ServiceMetrics, log: Logger): TellOperation {
  return ({ operation, errors, context, startedMs }) => {
    const durationMs = performance.now() - startedMs;
    const field = rootField(operation);
    const outcome = errors.length > 0 ? 'error' : 'ok';
    metrics.operations.observe({ operation: field, outcome }, durationMs / 1_000);
    log.info(
      {
        correlationId: context.correlationId,
        operation: operation?.name?.value.slice(0, OPERATION_NAME_MAX) ?? null,
        field,
        durationMs: Math.round(durationMs * 10) / 10,
        actor: context.actor.id,
        ...(errors.length > 0 ? { errors: [...new Set(errors.map((error) => error.extensions?.['code']))] } : {}),
      },
      'Operation',
    );
  };
}

function rootField(operation: OperationDefinitionNode | undefined): string {
  const first = operation?.selectionSet.selections[0];
  return first?.kind === Kind.FIELD ? first.name.value : 'none';
}
