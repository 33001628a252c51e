import { open } from 'node:fs/promises';
import { withClient, type Stack } from '@adal/local';

const PAGE = 500;
const NIL = '00000000-0000-0000-0000-000000000000';

/** Writes the same rows to a file by SQL alone, a page at a time; answers how many they were. */
export function exportDirectly(stack: Stack, segmentId: string, path: string): Promise<number> {
  return withClient(stack.databaseUrl('analytics'), (segments) =>
    withClient(stack.databaseUrl('members'), async (members) => {
      const file = await open(path, 'w');
      let rows = 0;
      for (let after = NIL; ;) {
        const page = await segments.query<{ id: string; since: Date }>(
          `select member_id as id, since from segment_member where segment_id = $1 and member_id > $2 order by member_id limit ${PAGE}`,
          [segmentId, after],
        );
        const profiles = await members.query<{ id: string; line: string }>(
          `select m.id, concat_ws(',', m.id, c.number, concat_ws(' ', m.first_name, m.last_name), m.gender, m.city) as line
           from member m left join card c on c.member_id = m.id where m.id = any($1)`,
          [page.rows.map(({ id }) => id)],
        );
        const lines = new Map(profiles.rows.map(({ id, line }) => [id, line]));
        await file.write(page.rows.map(({ id, since }) => `${lines.get(id)},${since.toISOString()}\r\n`).join(''));
        rows += page.rows.length;
        if (page.rows.length < PAGE) break;
        after = page.rows.at(-1)?.id ?? after;
      }
      await file.close();
      return rows;
    }),
  );
}
