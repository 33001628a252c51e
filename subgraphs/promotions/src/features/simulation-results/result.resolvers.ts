import { badInput } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { caveatsOf } from './caveats.rules';
import { assumeResponse } from './response.rules';
import { countLimited, countPastUnknown, findStoreNames } from './result.queries';
import { costOf, daysOf, giftsOf, marginOf, overlapsOf, sideOf, stepsOf, storesOf } from './result.rules';

/** A thousand per cent, in thousandths. */
const RESPONSE_MILLI_MAX = 1_000_000n;

/** How a result is read. */
export const resultResolvers: Resolvers = {
  SimulationResult: {
    all: ({ figures }) => figures.all,
    affected: ({ figures }) => figures.affected,
    members: ({ figures }) => figures.members,
    anonymousReceipts: ({ figures }) => figures.anonymousReceipts,
    touchedReceipts: ({ figures }) => figures.touchedReceipts,
    touchedMembers: ({ figures }) => figures.touchedMembers,
    heldOutReceipts: ({ figures }) => figures.heldOutReceipts,
    heldOutMembers: ({ figures }) => figures.heldOutMembers,
    discountCost: ({ figures }) => costOf(figures.all).discountCost,
    pointsCost: ({ figures }) => costOf(figures.all).pointsCost,
    // One point is worth one unit of money, as the programme has it.
    pointsCostValue: ({ figures }) => costOf(figures.all).pointsCost,
    drafts: giftsOf,
    overlaps: overlapsOf,
    days: daysOf,
    stores: async (result, _, ctx) => {
      const rows = storesOf(result);
      const names = await findStoreNames(
        ctx.db,
        rows.map(({ storeId }) => storeId),
      );
      return rows.map((row) => ({ ...row, name: names.get(row.storeId) ?? row.storeId }));
    },
    spread: stepsOf,
    winners: (result) => sideOf(result, 'winners'),
    losers: (result) => sideOf(result, 'losers'),
    caveats: async ({ asked, scene, figures }, _, ctx) => {
      const [limited, pastUnknown] = await Promise.all([countLimited(ctx.db, scene), countPastUnknown(ctx.db, asked)]);
      return caveatsOf({ asked, scene, figures, limited, pastUnknown });
    },
    assumedResponse: ({ figures }, { low, likely, high }, ctx) => {
      if (low < 0n || low > likely || likely > high || high > RESPONSE_MILLI_MAX) {
        throw badInput('low, likely and high are from 0 to 1000 per cent, in this order.');
      }
      return ctx.actor.permissions.has('catalogue.cost.read')
        ? assumeResponse(figures.affected, { low, likely, high })
        : null;
    },
  },
  SimulationSums: {
    margin: (sums, _, ctx) => (ctx.actor.permissions.has('catalogue.cost.read') ? marginOf(sums) : null),
  },
  SimulatedMember: {
    member: ({ id }) => ({ __typename: 'Member', id }),
  },
  SimulatedReceipt: {
    purchaseId: ({ id }) => id,
    at: ({ at }) => new Date(at ?? 0),
    storeId: ({ storeId }) => storeId ?? '',
    member: ({ memberId }) => (memberId === null ? null : { __typename: 'Member', id: memberId }),
  },
};
