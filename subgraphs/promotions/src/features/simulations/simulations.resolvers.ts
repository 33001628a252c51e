import { badInput, connectionOf, decodeCursor, pageSize, requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { languageOf, sentencesOf } from '../definitions';
import type { Scene } from '../replay';
import { fromExactJson, type Figures } from '../simulation-figures';
import { cancelSimulation } from './cancel-simulation';
import type { Simulation } from './simulation.entities';
import { countBefore, findSimulation, listSimulations } from './simulation.queries';
import { isOver, mayOpen } from './simulation.rules';
import { startSimulation } from './start-simulation';

export const simulationsResolvers: Resolvers = {
  Query: {
    simulation: async (_, { id }, ctx) => {
      requirePermission(ctx, 'promotions.simulate');
      const simulation = await findSimulation(ctx.db, id);
      return simulation && mayOpen(simulation.asked, ctx.actor.storeIds) ? simulation : null;
    },
    simulations: async (_, { promotionId, first, after }, ctx) => {
      requirePermission(ctx, 'promotions.simulate');
      const size = pageSize(first, 20);
      const rows = await listSimulations(
        ctx.db,
        { promotionId, storesSeen: ctx.actor.storeIds },
        readCursor(after),
        size,
      );
      return connectionOf(rows, size, after, ({ createdAt, id }) => [createdAt.toISOString(), id]);
    },
  },
  Mutation: {
    startSimulation: (_, { input }, ctx) => {
      requirePermission(ctx, 'promotions.simulate');
      return startSimulation(ctx, input);
    },
    cancelSimulation: (_, { id }, ctx) => {
      requirePermission(ctx, 'promotions.simulate');
      return cancelSimulation(ctx, id);
    },
  },
  Simulation: {
    __resolveReference: async ({ id }, ctx) => {
      requirePermission(ctx, 'promotions.simulate');
      const simulation = await findSimulation(ctx.db, id);
      return simulation && mayOpen(simulation.asked, ctx.actor.storeIds) ? simulation : null;
    },
    drafts: ({ asked }) => [...asked.drafts],
    from: ({ asked }) => asked.from,
    until: ({ asked }) => asked.until,
    storeIds: ({ asked }) => (asked.storeIds === null ? null : [...asked.storeIds]),
    samplePercent: ({ asked }) => asked.samplePercent,
    baseline: ({ asked }) => asked.baseline,
    progress: async (simulation, _, ctx) => ({
      ...progressOf(simulation, ctx.now),
      waitsFor: isOver(simulation.status) ? 0 : await countBefore(ctx.db, simulation),
    }),
    result: ({ status, figures, scene, asked }) =>
      status === 'DONE' && figures !== null
        ? { asked, figures: fromExactJson<Figures>(figures), scene: fromExactJson<Scene>(scene) }
        : null,
  },
  SimulatedPromotion: {
    summary: ({ definition }, { language }) => sentencesOf(definition, languageOf(language)).join(' '),
  },
};

function progressOf({ startedAt, finishedAt, receiptsDone, receiptsPlanned }: Simulation, now: Date) {
  const seconds = startedAt === null ? 0 : ((finishedAt ?? now).getTime() - startedAt.getTime()) / 1_000;
  const rate = receiptsDone > 0 && seconds > 0 ? receiptsDone / seconds : null;
  const left = receiptsPlanned === null ? null : receiptsPlanned - receiptsDone;
  return {
    done: receiptsDone,
    planned: receiptsPlanned,
    perSecond: rate === null ? null : Math.round(rate),
    secondsLeft: finishedAt !== null || rate === null || left === null ? null : Math.ceil(left / rate),
  };
}

function readCursor(after: string | null | undefined): { createdAt: Date; id: string } | null {
  const keys = decodeCursor(after, 2);
  if (keys === null) return null;
  const createdAt = new Date(keys[0] ?? '');
  if (Number.isNaN(createdAt.getTime())) throw badInput('after is not a cursor of this list.');
  return { createdAt, id: String(keys[1]) };
}
