import type { MemberSnapshot } from '@adal/events';
import { startMembers, staff, type TestMembers } from '../../../test/harness';
import { membersBackfill } from './backfill-members';

let members: TestMembers;
beforeAll(async () => void (members = await startMembers()));
afterAll(() => members.stop());

const IMPORT = `mutation ($input: ImportInput!) { importMembers(input: $input) { __typename } }`;

it('tells every member as imports did, page by page', async () => {
  const rows = Array.from({ length: 450 }, (_, index) => ({
    line: index + 2,
    values: [`crm-${index}`, `8701${String(index).padStart(7, '0')}`],
  }));
  await members.execute(staff(), IMPORT, { input: { importId: 'run-1', columns: ['member_id', 'phone'], rows } });
  const recorded = await members.recorded<{ members: MemberSnapshot[] }>('members.members.imported.v1');
  const byId = (told: readonly MemberSnapshot[]) => new Map(told.map((member) => [member.memberId, member]));

  const told: MemberSnapshot[] = [];
  const pages: number[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof membersBackfill.page>> = await membersBackfill.page(members.db, after, {
      correlationId: 'test',
      now: new Date(),
    });
    for (const { data } of page.events) told.push(...(data as { members: MemberSnapshot[] }).members);
    pages.push(page.rows);
    after = page.next;
  } while (after !== null);
  expect(pages).toEqual([300, 150]);
  expect(told).toHaveLength(450);
  expect(byId(told)).toEqual(byId(recorded.flatMap((event) => event.members)));
});
