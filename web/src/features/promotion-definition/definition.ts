import { parseDefinition, printDefinition, type Definition, type Fault, type FaultCode } from '@adal/engine';
import { isObject, type DraftFault, type Json, type JsonObject } from '@/features/draft';

/** What a draft says: the definition it is of, or what keeps it from being one. */
export interface Reading {
  definition: Definition | undefined;
  faults: readonly Fault[];
}

export function read(draft: Json): Reading {
  const parsed = parseDefinition(draft);
  return parsed.__typename === 'Definition'
    ? { definition: parsed.definition, faults: [] }
    : { definition: undefined, faults: parsed.faults };
}

const defaults = parseDefinition({ effects: [{ kind: 'PERCENT', percent: '10' }] });
const complete = defaults.__typename === 'Definition' ? (printDefinition(defaults.definition) as JsonObject) : {};

/** A definition with everything as it is when nobody says otherwise, and nothing given yet. */
export const blankDefinition: JsonObject = { ...complete, effects: [] };

/** JSON as it was stored, pasted or built, with every part that it may leave out. */
export function toDraft(json: unknown): JsonObject {
  const { definition } = read(json as Json);
  if (definition !== undefined) return printDefinition(definition) as JsonObject;
  return merged(blankDefinition, json as Json) as JsonObject;
}

/** Parts that an incomplete definition names, over those it does not. */
function merged(whole: Json, part: Json | undefined): Json {
  if (part === undefined) return whole;
  if (!isObject(whole) || !isObject(part)) return part;
  const keys = new Set([...Object.keys(whole), ...Object.keys(part)]);
  return Object.fromEntries([...keys].map((key) => [key, merged(whole[key] ?? null, part[key])]));
}

const unfinished: readonly FaultCode[] = ['SHAPE', 'EMPTY', 'BLANK'];

/** Something is not filled in yet: no mistake while it is being written. */
export const isUnfinished = ({ code }: DraftFault): boolean => unfinished.some((one) => one === code);
