import type { Promotion as EnginePromotion } from '@adal/engine';
import { readDefinition } from './definition.rules';

interface Saved {
  id: string;
  version: number;
  name: string;
  definition: unknown;
}

/** A saved promotion as the engine reads it; null when its definition is of a language the engine has left behind. */
export function toEnginePromotion({ id, version, name, definition }: Saved): EnginePromotion | null {
  const read = readDefinition(definition);
  return 'definition' in read ? { ...read.definition, id, version, name } : null;
}
