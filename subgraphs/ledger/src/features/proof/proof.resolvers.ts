import { createPublicKey } from 'node:crypto';
import { badInput, isUuid, readPrivateKey, requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { findHead, headerOf } from './chain.queries';
import { inOneSnapshot } from './one-snapshot';
import { proveStatement } from './prove-statement';
import { verifyChain } from './verify-chain';
import { verifyLedger } from './verify-ledger';

/** Blocks of one answer, and at most. */
const BLOCKS = 200;
const BLOCKS_MAX = 1_000;

export const resolvers: Resolvers = {
  Query: {
    memberStatementProof: async (_root, { memberId, from, to }, ctx) => {
      if (ctx.actor.kind !== 'member' || ctx.actor.id !== memberId) requirePermission(ctx, 'ledger.read');
      requireUuid(memberId);
      return JSON.stringify(await proveStatement(ctx, { memberId, from: from ?? null, to: to ?? null }));
    },
    statementKey: (_root, _args, ctx) => {
      requirePermission(ctx, 'ledger.read');
      const key = ctx.config.LEDGER_SIGNING_KEY;
      if (key === undefined) return null;
      return createPublicKey(readPrivateKey(key)).export({ format: 'der', type: 'spki' }).toString('base64url');
    },
    verifyLedger: (_root, { since, memberId, chain }, ctx) => {
      requirePermission(ctx, 'ledger.read');
      if (memberId != null) requireUuid(memberId);
      return verifyLedger(ctx, { since: since ?? null, memberId: memberId ?? null, chain: chain ?? true });
    },
    verifyChain: (_root, args, ctx) => {
      requirePermission(ctx, 'ledger.read');
      const { from, blocks } = { from: args.fromHeight ?? 1, blocks: args.blocks ?? BLOCKS };
      if (from < 1 || blocks < 1 || blocks > BLOCKS_MAX)
        throw badInput(`fromHeight is at least 1 and blocks are 1 to ${BLOCKS_MAX}.`);
      return inOneSnapshot(ctx.db, async (readers) => {
        const height = (await findHead(readers[0]))?.height ?? 0n;
        const asked = BigInt(from + blocks - 1);
        const upto = asked < height ? asked : height;
        const { items, fault } = await verifyChain(readers, BigInt(from), upto);
        return { ok: fault === null, items, upto: Number(upto), height: Number(height), fault };
      });
    },
    chainBlock: async (_root, { height }, ctx) => {
      requirePermission(ctx, 'ledger.read');
      const block = await findHead(ctx.db.manager, height == null ? undefined : BigInt(height));
      if (!block || (height != null && block.height !== BigInt(height))) return null;
      return { ...headerOf(block), root: block.root.toString('hex'), chainedAt: block.chainedAt };
    },
  },
};

function requireUuid(memberId: string): void {
  if (!isUuid(memberId)) throw badInput('memberId must be a UUID.');
}
