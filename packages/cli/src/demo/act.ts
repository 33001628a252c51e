import type { GatewayClient } from '../gateway-client';

/** Runs a mutation of one input; throws its refusal. */
export async function act(client: GatewayClient, mutation: string, type: string, input: unknown): Promise<void> {
  const { result } = await client.ask<{ result: { message?: string } }>(
    `mutation Act($input: ${type}!) { result: ${mutation}(input: $input) { ... on UserError { message } } }`,
    { input },
  );
  if (result.message) throw new Error(`${mutation}: ${result.message}`);
}
