import { blankDefinition, limitsOf, noLimits, toDraft } from '@/features/promotion-definition';
import type { PromotionFieldsFragment, SavePromotionInput } from '@/graphql/generated/graphql';
import { isObject, type Json, type JsonObject } from '@/features/draft';

/** A promotion as it is written: one JSON, so that a step back is a step back in all of it. */
export interface Start {
  name: string;
  definition: Json;
  limits: JsonObject;
  noControlReason: string | null;
}

/** Where a new promotion comes from; recorded with it. */
export interface Origin {
  templateKey?: string | undefined;
  parentId?: string | undefined;
}

export const toJson = ({ name, definition, limits, noControlReason }: Start): Json => ({
  name,
  definition,
  limits,
  noControlReason,
});

export const blankStart: Start = { name: '', definition: blankDefinition, limits: noLimits, noControlReason: null };

export function startOf({ name, definition, limits, noControlReason }: PromotionFieldsFragment): Start {
  return {
    name,
    definition: toDraft(definition),
    limits: limitsOf(limits),
    noControlReason,
  };
}

/** What is saved and previewed; `version` is the one the form was opened with, absent for a new promotion. */
export function toInput(form: Json, id: string, version: number | undefined, origin: Origin): SavePromotionInput {
  const { name, definition, limits, noControlReason } = isObject(form) ? form : toObject(blankStart);
  const reason = typeof noControlReason === 'string' ? noControlReason.trim() : '';
  return {
    id,
    version,
    name: typeof name === 'string' ? name.trim() : '',
    definition,
    limits: isObject(limits) ? limits : noLimits,
    noControlReason: reason === '' ? undefined : reason,
    ...(version === undefined && origin),
  };
}

const toObject = (start: Start): JsonObject => ({ ...start });

/** What was copied from here, or a definition alone; undefined when it is neither. */
export function pasted(text: string): { definition: Json; limits: Json | undefined } | undefined {
  try {
    const json = JSON.parse(text) as Json;
    const found = isObject(json) && isObject(json.definition) ? json : { definition: json, limits: undefined };
    if (!isObject(found.definition) || !('effects' in found.definition)) return undefined;
    return {
      definition: toDraft(found.definition),
      limits: isObject(found.limits) ? { ...noLimits, ...found.limits } : undefined,
    };
  } catch {
    return undefined;
  }
}
