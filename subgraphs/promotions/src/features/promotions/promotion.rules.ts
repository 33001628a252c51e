import { printDefinition, type Definition } from '@adal/engine';
import { isUuid } from '@adal/service';
import type { SavePromotionInput } from '../../generated/graphql';
import { hasControl, readDefinition } from '../definitions';
import { checkLimits, limitsOfInput, type PromotionLimits } from '../limits';
import type { FieldProblem } from '../problems';
import type { Promotion } from './promotion.entity';

export type PromotionStatus = 'DRAFT' | 'SCHEDULED' | 'RUNNING' | 'PAUSED' | 'ENDED';

/** What staff decide about a promotion; what of it changes makes a version. */
export interface PromotionContent {
  name: string;
  definition: Definition;
  limits: PromotionLimits;
  noControlReason: string | null;
}

export type SavePromotionCommand = SavePromotionInput;

export interface PromotionInvalid {
  __typename: 'PromotionInvalid';
  code: 'PROMOTION_INVALID';
  message: string;
  problems: FieldProblem[];
}

export function promotionInvalid(problems: FieldProblem[]): PromotionInvalid {
  const fields = [...new Set(problems.map(({ field }) => field))].join(', ');
  return {
    __typename: 'PromotionInvalid',
    code: 'PROMOTION_INVALID',
    message: `Correct ${fields} and try again.`,
    problems,
  };
}

export interface PromotionUnknown {
  __typename: 'PromotionUnknown';
  code: 'PROMOTION_UNKNOWN';
  message: string;
}

export const promotionUnknown = (): PromotionUnknown => ({
  __typename: 'PromotionUnknown',
  code: 'PROMOTION_UNKNOWN',
  message: 'There is no promotion with this id: save it first.',
});

const NAME_LENGTH_MAX = 120;
const TEXT_LENGTH_MAX = 500;
const KEY_LENGTH_MAX = 60;

/** Reads the form, or names every problem at once. The paths of a definition are the engine's. */
export function readPromotion(command: SavePromotionCommand): PromotionContent | PromotionInvalid {
  const problems: FieldProblem[] = [];
  const check = (isRight: boolean, field: string, message: string): void => {
    if (!isRight) problems.push({ field, message });
  };
  const name = command.name.trim();
  check(isUuid(command.id), 'id', 'The id must be a UUID.');
  check(name !== '' && name.length <= NAME_LENGTH_MAX, 'name', `A name has 1 to ${NAME_LENGTH_MAX} characters.`);
  for (const [field, max] of LENGTHS) {
    check((command[field] ?? '').length <= max, field, `At most ${max} characters.`);
  }
  if (typeof command.parentId === 'string') check(isUuid(command.parentId), 'parentId', 'The id must be a UUID.');
  const read = readDefinition(command.definition);
  if ('faults' in read) {
    problems.push(...read.faults.map((fault) => ({ field: fieldAt(fault.path), message: fault.message, fault })));
  }
  const definition = 'definition' in read ? read.definition : null;
  const limits = limitsOfInput(command.limits);
  checkLimits(check, limits, definition);
  if (definition === null || problems.length > 0) return promotionInvalid(problems);
  const noControlReason = hasControl(definition) ? null : textOf(command.noControlReason);
  return { name, definition, limits, noControlReason };
}

const LENGTHS = [
  ['templateKey', KEY_LENGTH_MAX],
  ['noControlReason', TEXT_LENGTH_MAX],
  ['note', TEXT_LENGTH_MAX],
] as const;

const fieldAt = (path: string): string => (path === '' ? 'definition' : `definition.${path}`);

export const textOf = (text: string | null | undefined): string | null => text?.trim() || null;

/** Who launches without a control group says why. */
export function checkControl({ definition, noControlReason }: PromotionContent): PromotionInvalid | null {
  if (hasControl(definition) || noControlReason !== null) return null;
  const message = 'Without a control group nobody can tell what the promotion brings: keep one, or say why not.';
  return promotionInvalid([{ field: 'noControlReason', message }]);
}

/** True when saving would change nothing. */
export function isSameContent(promotion: Promotion, content: PromotionContent): boolean {
  const read = readDefinition(promotion.definition);
  return (
    'definition' in read &&
    promotion.name === content.name &&
    promotion.noControlReason === content.noControlReason &&
    isSameLimits(promotion.limits, content.limits) &&
    JSON.stringify(printDefinition(read.definition)) === JSON.stringify(printDefinition(content.definition))
  );
}

const isSameLimits = (left: PromotionLimits, right: PromotionLimits): boolean =>
  (Object.keys(right) as (keyof PromotionLimits)[]).every((key) => left[key] === right[key]);
