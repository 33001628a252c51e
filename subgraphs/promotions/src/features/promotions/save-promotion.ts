import { printDefinition } from '@adal/engine';
import { inTransaction } from '@adal/service';
import type { PromotionsContext } from '../../context';
import { lacksApproval } from '../approvals';
import { hasControl } from '../definitions';
import { Promotion } from './promotion.entity';
import { lockPromotion, lockPromotionId } from './promotion.queries';
import {
  checkControl,
  isSameContent,
  promotionInvalid,
  readPromotion,
  textOf,
  type PromotionContent,
  type PromotionInvalid,
  type SavePromotionCommand,
} from './promotion.rules';
import { statusByClock } from './promotion-status.rules';
import { keepVersion, storePromotion } from './store-promotion';

export type SavePromotionOutcome =
  | { __typename: 'PromotionSaved'; promotion: Promotion }
  | { __typename: 'PromotionChanged'; code: 'PROMOTION_CHANGED'; message: string; promotion: Promotion }
  | PromotionInvalid;

/** Saves a promotion: a new id makes a draft, a known one a new version. Content that is there already is a success. */
export async function savePromotion(
  ctx: PromotionsContext,
  command: SavePromotionCommand,
): Promise<SavePromotionOutcome> {
  const asked = readPromotion(command);
  if ('__typename' in asked) return asked;
  return inTransaction(ctx.db, async (tx) => {
    const id = command.id.toLowerCase();
    await lockPromotionId(tx, id);
    const current = await lockPromotion(tx, id);
    const content = keepUnasked(asked, command, current);
    const decision = decideSave(current, content, command.version ?? null);
    if (decision !== null) return decision;
    const { version, ...before } = current ?? draftOf(command, ctx.now);
    const next = tx.create(Promotion, { ...before, ...rowOf(content), version: version + 1 });
    next.status = statusByClock(next, ctx.now);
    if (isPublished(next) && (await lacksApproval(tx, next))) return pauseFirst();
    const promotion = await storePromotion(tx, { before: current, next }, ctx);
    await keepVersion(tx, promotion, textOf(command.note), ctx);
    return { __typename: 'PromotionSaved', promotion };
  });
}

const isPublished = ({ status }: Promotion): boolean => status === 'SCHEDULED' || status === 'RUNNING';

/** What customers are given changes only after a second person has looked at it, where one must. */
const pauseFirst = (): PromotionInvalid =>
  promotionInvalid([
    { field: 'status', message: 'The change needs the approval of a colleague: pause it, save, and ask for approval.' },
  ]);

/** A form that does not know of limits, or of the reason for no control group, changes neither. */
function keepUnasked(
  asked: PromotionContent,
  command: SavePromotionCommand,
  current: Promotion | null,
): PromotionContent {
  if (current === null) return asked;
  const keepsReason = command.noControlReason == null && !hasControl(asked.definition);
  return {
    ...asked,
    limits: command.limits ? asked.limits : current.limits,
    noControlReason: keepsReason ? current.noControlReason : asked.noControlReason,
  };
}

const draftOf = ({ id, templateKey, parentId }: SavePromotionCommand, now: Date) => ({
  id: id.toLowerCase(),
  version: 0,
  revision: 0,
  status: 'DRAFT' as const,
  templateKey: textOf(templateKey),
  parentId: parentId?.toLowerCase() ?? null,
  archivedAt: null,
  createdAt: now,
});

function rowOf({ name, definition, limits, noControlReason }: PromotionContent) {
  const { from, until } = definition.schedule;
  return {
    name,
    definition: printDefinition(definition),
    limits,
    noControlReason,
    startsAt: from === null ? null : new Date(from),
    endsAt: until === null ? null : new Date(until),
  };
}

/** Null when the content is to be stored. */
function decideSave(
  current: Promotion | null,
  content: PromotionContent,
  version: number | null,
): SavePromotionOutcome | null {
  if (current !== null && isSameContent(current, content)) return { __typename: 'PromotionSaved', promotion: current };
  if (current !== null && current.version !== version) {
    const message = 'A colleague changed the promotion meanwhile: look at it and save again.';
    return { __typename: 'PromotionChanged', code: 'PROMOTION_CHANGED', message, promotion: current };
  }
  if (current?.status !== 'ENDED') return checkControl(content);
  return promotionInvalid([
    { field: 'status', message: 'An ended promotion does not change any more: save a new one.' },
  ]);
}
