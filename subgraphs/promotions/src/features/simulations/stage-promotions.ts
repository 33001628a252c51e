import type { Promotion as EnginePromotion } from '@adal/engine';
import { In, type DataSource } from 'typeorm';
import { toEnginePromotion } from '../definitions';
import { whyWithheld, type PromotionLimits } from '../limits';
import { getProgramme, toEngineProgramme } from '../programme';
import { findLivePromotions, Promotion, PromotionVersion } from '../promotions';
import type { Scene, StagedPromotion } from '../replay';
import { promotionIdOf, runIdOf } from '../simulation-figures';
import { PromotionTurn } from './simulation.entities';
import type { ReadSimulation } from './simulation.rules';

/** A draft has no version yet. */
const DRAFT_VERSION = 0;

/** Fixes what a simulation prices by: the programme of today, and the promotions of today or of the past, with and without drafts. */
export async function stagePromotions(
  db: DataSource,
  { asked, definitions }: ReadSimulation,
  now: Date,
): Promise<Scene> {
  const without = asked.baseline === 'NOW' ? await stageToday(db, now) : await stagePast(db);
  const draftIds = asked.drafts.map(({ promotionId }) => promotionId);
  const saved = await db.getRepository(Promotion).findBy({ id: In(draftIds) });
  const limitsOf = new Map(saved.map(({ id, limits }) => [id, limits]));
  const drafts = asked.drafts.flatMap(({ promotionId: id, name }, index) => {
    const definition = definitions[index];
    if (definition === undefined) return [];
    return staged(withoutDates({ ...definition, id, name, version: DRAFT_VERSION }), limitsOf.get(id) ?? null);
  });
  return {
    programme: toEngineProgramme(await getProgramme(db)),
    without,
    with: [...without.filter(({ id }) => !draftIds.includes(promotionIdOf(id))), ...drafts],
    draftIds,
  };
}

/** What runs today. */
async function stageToday(db: DataSource, now: Date): Promise<StagedPromotion[]> {
  const live = await findLivePromotions(db);
  return live.flatMap((row) => {
    const promotion = toEnginePromotion(row);
    if (promotion === null || row.status !== 'RUNNING' || !isOpen(promotion, now)) return [];
    return staged(withoutDates(promotion), row.limits);
  });
}

/** Each version for as long as it ran, with an id for each time it did. */
async function stagePast(db: DataSource): Promise<StagedPromotion[]> {
  const turns = await db.getRepository(PromotionTurn).find({ order: { promotionId: 'asc', seq: 'asc' } });
  const versions = await db
    .getRepository(PromotionVersion)
    .findBy({ promotionId: In(turns.map(({ promotionId }) => promotionId)) });
  const versionOf = new Map(versions.map((one) => [`${one.promotionId}/${one.version}`, one]));
  return turns.flatMap((turn, run) => {
    const version = versionOf.get(`${turn.promotionId}/${turn.version}`);
    if (version === undefined || !RAN.includes(turn.status)) return [];
    const { promotionId: id, ...content } = version;
    const promotion = toEnginePromotion({ id, ...content });
    const next = turns[run + 1];
    const until = next?.promotionId === id ? next.at.getTime() : null;
    return promotion === null ? [] : staged(during(promotion, { from: turn.at.getTime(), until }, run), version.limits);
  });
}

/** A scheduled one begins by itself, when its dates say. */
const RAN = ['RUNNING', 'SCHEDULED'];

interface Span {
  readonly from: number;
  readonly until: number | null;
}

function during(promotion: EnginePromotion, { from, until }: Span, run: number): EnginePromotion {
  const { schedule, holdout, id } = promotion;
  return {
    ...promotion,
    id: runIdOf(id, run),
    // Its control group is drawn by its own id.
    holdout: holdout && { ...holdout, salt: holdout.salt ?? id },
    schedule: {
      ...schedule,
      from: Math.max(schedule.from ?? from, from),
      until: until === null ? schedule.until : Math.min(schedule.until ?? until, until),
    },
  };
}

const isOpen = ({ schedule: { from, until } }: EnginePromotion, now: Date): boolean =>
  (from ?? -Infinity) <= now.getTime() && now.getTime() < (until ?? Infinity);

/** Tried on a period of one's choosing: weekdays and hours hold, the first and the last day do not. */
const withoutDates = (promotion: EnginePromotion): EnginePromotion => ({
  ...promotion,
  schedule: { ...promotion.schedule, from: null, until: null },
});

const NOBODY = {
  memberId: null,
  cardNumber: null,
  storeId: '',
  day: '',
  dayEndsAt: new Date(0),
  hour: '',
  hourEndsAt: new Date(0),
};

const staged = (promotion: EnginePromotion, limits: PromotionLimits | null): StagedPromotion => ({
  ...promotion,
  membersOnly: limits !== null && whyWithheld({ ...promotion, limits }, NOBODY, new Map()) !== null,
});
