import { z } from 'zod';
import { checkDefinition } from './check-definition';
import { shapeFaultsOf, type Fault } from './fault';
import { condition, hours } from './json-condition';
import { effect } from './json-effect';
import { hundredths, instant, money, optional } from './json-values';
import type { Definition } from './promotion';

/** A definition that can run, or everything that is wrong with it. */
export type ParsedDefinition =
  { __typename: 'Definition'; definition: Definition } | { __typename: 'DefinitionInvalid'; faults: Fault[] };

/** Reads a definition from JSON: first whether it is of the language, then whether it can be met. */
export function parseDefinition(json: unknown): ParsedDefinition {
  const read = definitionCodec.safeDecode(json);
  if (!read.success) return { __typename: 'DefinitionInvalid', faults: read.error.issues.flatMap(shapeFaultsOf) };
  const faults = checkDefinition(read.data);
  return faults.length === 0
    ? { __typename: 'Definition', definition: read.data }
    : { __typename: 'DefinitionInvalid', faults };
}

/** A definition as JSON that may be stored; amounts are decimal strings. `parseDefinition` reads it back the same. */
export function printDefinition(definition: Definition): unknown {
  const { priority, stacking, schedule, condition: when, effects, caps, holdout, variants } = definition;
  // Named one by one: a promotion's id, version and name are not a part of its definition.
  return definitionCodec.encode({ priority, stacking, schedule, condition: when, effects, caps, holdout, variants });
}

const PRIORITY_DEFAULT = 100;
/** Ten per cent of the members, by the promotion's own id. */
const HOLDOUT_DEFAULT = { share: 1_000n, salt: null, anonymous: true };
const NO_CAP = { amount: null, percent: null };
const cap = z.strictObject({ amount: optional(money), percent: optional(hundredths) }).default(NO_CAP);

const definitionCodec = z.strictObject({
  priority: z.int().default(PRIORITY_DEFAULT),
  stacking: optional(z.strictObject({ group: z.string(), mode: z.enum(['EXCLUSIVE', 'BEST', 'CUMULATIVE']) })),
  schedule: z
    .strictObject({
      from: optional(instant),
      until: optional(instant),
      weekdays: z.array(z.int()).default([]),
      hours: hours.default([]),
    })
    .default({ from: null, until: null, weekdays: [], hours: [] }),
  condition: optional(condition),
  effects: z.array(effect),
  caps: z
    .strictObject({ line: cap, basket: cap, pointsPerBasket: optional(money), usesPerBasket: optional(z.int()) })
    .default({ line: NO_CAP, basket: NO_CAP, pointsPerBasket: null, usesPerBasket: null }),
  holdout: z
    .strictObject({
      share: hundredths.default(HOLDOUT_DEFAULT.share),
      salt: optional(z.string()),
      anonymous: z.boolean().default(true),
    })
    .nullable()
    .default(HOLDOUT_DEFAULT),
  variants: z.array(z.strictObject({ key: z.string(), share: hundredths, effects: z.array(effect) })).default([]),
}) as unknown as z.ZodType<Definition>;
