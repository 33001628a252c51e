import { isGroup, isNot, isObject, textAt, type Json, type JsonObject } from '@/features/draft';
import { blankDefinition, conditionKinds, faultsOf, isUnfinished, toDefinition } from '@/features/segment-definition';
import type { SaveSegmentInput, SegmentFieldsFragment } from '@/graphql/generated/graphql';

type Content = Pick<SegmentFieldsFragment, 'name' | 'description' | 'folder' | 'expiresOn' | 'definition'>;

/** A segment as it is written: one JSON, so that a step back is a step back in all of it. */
const blankForm: JsonObject = {
  name: '',
  description: '',
  folder: '',
  expiresOn: null,
  definition: blankDefinition,
};

/** A new segment with these conditions; a blank one when they cannot be read. */
export function startingWith(definition: string | undefined): JsonObject {
  const found = definition === undefined ? undefined : pasted(definition);
  return found === undefined ? blankForm : { ...blankForm, definition: found };
}

/** The form of a segment; a single condition stands in a group, so that more may join it. */
export function formOf({ name, description, folder, expiresOn, definition }: Content): JsonObject {
  return { name, description, folder, expiresOn, definition: grouped(definition as Json) };
}

const grouped = (node: Json): Json => (isGroup(node) || isNot(node) ? node : { kind: 'ALL', of: [node] });

/** What is saved; `version` is the one the form was opened with. */
export function toInput(form: Json, id: string, version: number): SaveSegmentInput {
  const expiresOn = isObject(form) && typeof form['expiresOn'] === 'string' ? form['expiresOn'] : null;
  return {
    id,
    version,
    name: textAt(form, 'name').trim(),
    description: textAt(form, 'description').trim(),
    folder: textAt(form, 'folder').trim(),
    expiresOn,
    definition: definitionOf(form),
  };
}

export const definitionOf = (form: Json): Json =>
  toDefinition(isObject(form) ? (form['definition'] ?? blankDefinition) : blankDefinition);

/** Conditions that were copied from here or written by hand; undefined when the text is none. */
export function pasted(text: string): Json | undefined {
  try {
    const json = JSON.parse(text) as Json;
    const found = isObject(json) && isObject(json['definition']) ? json['definition'] : json;
    if (!isObject(found)) return undefined;
    const isKnown = isGroup(found) || isNot(found) || textAt(found, 'kind') in conditionKinds;
    const isSound = faultsOf(found, 'definition').every(isUnfinished);
    return isKnown && isSound ? grouped(found) : undefined;
  } catch {
    return undefined;
  }
}
