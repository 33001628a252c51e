import type { EntityManager } from 'typeorm';
import { findHead, fixTexts, readBlocks } from './chain.queries';
import { headersFault, tell, type ChainCheck } from './verify-chain';

interface MemberItem {
  readonly key: string;
  readonly content: string;
  readonly height: string | null;
  readonly place: number | null;
  readonly same: boolean | null;
}

/** Compares what is booked of one member with the chain, and recomputes the hashes of the blocks that hold it from their leaves. */
export async function verifyMemberChain(tx: EntityManager, memberId: string): Promise<ChainCheck> {
  await fixTexts(tx);
  const items: MemberItem[] = await tx.query(
    `with
       found as materialized (
         select xid, n, key, content from books.chain_item where member_id = $1
         union all
         select i.xid, i.n, i.key, i.content
         from purchase p join purchase_return r on r.purchase_id = p.id, lateral (
           select * from books.chain_item where xid = r.booked_xid and key = 'return ' || r.id) i
         where p.member_id = $1)
     select f.key, f.content, b.height, b.place, b.leaf = sha256(convert_to(f.content, 'UTF8')) as same
     from found f left join lateral (
       select c.height, array_position(c.keys, f.key) as place, c.leaves[array_position(c.keys, f.key)] as leaf
       from chain_block c where c.upto_xid >= f.xid order by c.upto_xid limit 1) b on true
     order by f.xid, f.n, f.key collate "C"`,
    [memberId],
  );
  const chained = items.filter(({ height }) => height !== null);
  const bad = chained.find(({ same }) => same !== true);
  const check = { items: chained.length };
  if (bad) return { ...check, fault: tell({ ...bad, height: bad.place === null ? null : bad.height }) };
  for (const height of new Set(chained.map((item) => BigInt(item.height ?? 0)))) {
    const [blocks, before] = [await readBlocks(tx, height, height), await findHead(tx, height - 1n)];
    const fault = headersFault(blocks, before, height, height);
    if (fault !== null) return { ...check, fault };
  }
  return { ...check, fault: null };
}
