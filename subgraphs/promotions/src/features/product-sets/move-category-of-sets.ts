import { parseGoods, printGoods } from '@adal/engine';
import type { EntityManager } from 'typeorm';
import { moveCategoryIn } from './goods.rules';
import { lockRules } from './set-members';

interface Move {
  from: string;
  to: string;
  now: Date;
}

/** Rules of sets and complements name the category by its new path; what they contain stays the same. */
export async function moveCategoryOfSets(tx: EntityManager, move: Move): Promise<void> {
  await lockRules(tx);
  await moveIn(tx, 'product_set', 'goods', move);
  await moveIn(tx, 'complement', 'goods', move);
  await moveIn(tx, 'complement', 'accessory', move);
}

async function moveIn(tx: EntityManager, table: string, column: string, { from, to, now }: Move): Promise<void> {
  const rows: { id: string; goods: unknown }[] = await tx.query(
    `select id, ${column} as goods from ${table} where ${column} is not null`,
  );
  for (const { id, goods } of rows) {
    const parsed = parseGoods(goods);
    const moved = parsed.__typename === 'Goods' ? moveCategoryIn(parsed.goods, from, to) : null;
    if (moved === null) continue;
    const sql = `update ${table} set ${column} = $2, version = version + 1, updated_at = $3 where id = $1`;
    await tx.query(sql, [id, JSON.stringify(printGoods(moved)), now]);
  }
}
