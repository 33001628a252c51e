import type { DuckDBConnection } from '@duckdb/node-api';
import { memberReceipts } from '../derived-tables';
import { featuresOf, memberFeatures } from '../member-features';
import { undoneSales } from '../standing-sales';
import { inTransaction } from './duckdb-transaction';

const TOUCHED = 'SELECT member_id FROM touched_members';

/** Makes the features of touched members anew and answers who they were. Whom a receipt touches meanwhile stays touched. */
export function refreshFeatures(connection: DuckDBConnection): Promise<string[]> {
  return inTransaction(connection, async () => {
    const touched = await connection.runAndReadAll(`SELECT DISTINCT member_id FROM (${TOUCHED})`);
    if (touched.currentRowCount === 0) return [];
    await connection.run(`DELETE FROM ${memberFeatures.name} WHERE member_id IN (${TOUCHED})`);
    await makeFeatures(connection, `f.member_id IN (${TOUCHED})`);
    await connection.run('DELETE FROM touched_members');
    return (touched.getRowObjectsJson() as { member_id: string }[]).map(({ member_id }) => member_id);
  });
}

/** Makes the features of all members anew. */
export function rebuildFeatures(connection: DuckDBConnection): Promise<void> {
  return inTransaction(connection, async () => {
    await connection.run(`DELETE FROM ${memberFeatures.name}`);
    await makeFeatures(connection, 'true');
    await connection.run('DELETE FROM touched_members');
  });
}

async function makeFeatures(connection: DuckDBConnection, scope: string): Promise<void> {
  await connection.run(`UPDATE ${memberReceipts.name} AS f SET stands = false FROM (${undoneSales(scope)}) AS u
    WHERE f.member_id = u.member_id AND f.receipt_id = u.receipt_id`);
  await connection.run(`INSERT INTO ${memberFeatures.name} SELECT * FROM (${featuresOf(scope)})
    WHERE purchases > 0 AND member_id NOT IN (SELECT member_id FROM members WHERE status = 'CLOSED')`);
}
