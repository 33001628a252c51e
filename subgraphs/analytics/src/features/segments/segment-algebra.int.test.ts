import { randomUUID } from 'node:crypto';
import { MembersImported } from '@adal/events';
import fc from 'fast-check';
import { aMember, anEvent } from '../../../test/builders';
import { ANALYST, soon, startAnalytics, type TestAnalytics } from '../../../test/harness';
import type { SegmentNode } from '../segment-language';

const MEMBERS = 12;
const GROUPS = 4;
const RUNS = 40;

describe('groups and segments', () => {
  let analytics: TestAnalytics;
  const members = Array.from({ length: MEMBERS }, (_, index) =>
    aMember({ city: index % 3 === 0 ? 'Almaty' : 'Astana' }),
  );
  const ids = Array.from({ length: GROUPS + 1 }, () => randomUUID());
  /** Members of each by hand: groups drawn at random, and at last a segment. */
  const listed = [
    ...fc.sample(fc.subarray(members), { numRuns: GROUPS, seed: 7 }),
    members.filter(({ city }) => city === 'Almaty'),
  ].map((some) => new Set(some.map(({ memberId }) => memberId)));
  const sets = ids.map((id, index): SegmentNode => ({ kind: index < GROUPS ? 'GROUP' : 'SEGMENT', id }));

  const ask = async (document: string, variables: Record<string, unknown>): Promise<Record<string, unknown>> => {
    const { data, errors } = await analytics.execute(ANALYST, document, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return (data?.['answer'] ?? {}) as Record<string, unknown>;
  };
  const count = async (definition: SegmentNode): Promise<number> => {
    const document =
      'query ($definition: JSON!) { answer: previewSegment(definition: $definition) { ... on SegmentPreview { count } } }';
    return Number((await ask(document, { definition }))['count']);
  };

  beforeAll(async () => {
    analytics = await startAnalytics();
    await analytics.publish(anEvent(MembersImported, { importId: 'm', members }));
    await soon(async () => expect(await count({ kind: 'ALL', of: [] })).toBe(MEMBERS) ?? true);
    const save = 'mutation ($input: SaveSegmentInput!) { answer: saveSegment(input: $input) { __typename } }';
    const definition = { kind: 'CITY', in: ['Almaty'] };
    await ask(save, { input: { id: ids[GROUPS], name: 'In Almaty', version: 0, definition } });
    const freeze = 'mutation ($input: FreezeSegmentInput!) { answer: freezeSegment(input: $input) { __typename } }';
    const change = 'mutation ($input: ChangeGroupInput!) { answer: changeGroup(input: $input) { __typename } }';
    for (const [index, id] of ids.slice(0, GROUPS).entries()) {
      await ask(freeze, { input: { id, name: `Group ${index}`, segmentId: ids[GROUPS] } });
      const [add, remove] = [true, false].map((isIn) =>
        members.map(({ memberId }) => memberId).filter((one) => listed[index]?.has(one) === isIn),
      );
      await ask(change, { input: { id, add, remove } });
    }
    const rows: { id: string; subject: string; envelope: string }[] = await analytics.db.query(
      'select id, subject, envelope from outbox order by seq',
    );
    await analytics.publish(...rows.map(({ id, subject, envelope }) => ({ id, subject, text: envelope })));
    for (const [index, set] of sets.entries())
      await soon(async () => expect(await count(set)).toBe(listed[index]?.size) ?? true);
  });
  afterAll(() => analytics.stop());

  const aSet = fc.nat(GROUPS);
  const not = (of: SegmentNode): SegmentNode => ({ kind: 'NOT', of });
  const both = (...of: SegmentNode[]): SegmentNode => ({ kind: 'ALL', of });
  const either = (...of: SegmentNode[]): SegmentNode => ({ kind: 'ANY', of });

  it('keep the laws of sets: A − B with A ∩ B is A, and A ∪ B is as many as both less what they share (LI-07)', async () => {
    const law = fc.asyncProperty(aSet, aSet, aSet, async (first, second, third) => {
      const [a, b, c] = [first, second, third].map((index) => sets[index] ?? both());
      const [inA = new Set<string>(), inB = new Set<string>()] = [listed[first], listed[second]];
      if (!a || !b || !c) throw new Error('There is no such set');
      const [without, shared, joined] = await Promise.all([both(a, not(b)), both(a, b), either(a, b)].map(count));
      const inBoth = [...inA].filter((memberId) => inB.has(memberId));
      expect(without).toBe(inA.size - inBoth.length);
      expect(shared).toBe(inBoth.length);
      expect((without ?? 0) + (shared ?? 0)).toBe(inA.size);
      expect(joined).toBe(inA.size + inB.size - (shared ?? 0));
      expect(await count(both(a, either(b, c)))).toBe(await count(either(both(a, b), both(a, c))));
      expect(await count(not(either(a, b)))).toBe(await count(both(not(a), not(b))));
    });
    await fc.assert(law, { numRuns: RUNS });
  });
});
