import { randomUUID } from 'node:crypto';
import { MembersImported } from '@adal/events';
import { aMember, anEvent } from '../../../test/builders';
import { ANALYST, soon, startAnalytics, type TestAnalytics } from '../../../test/harness';

describe('segments', () => {
  let analytics: TestAnalytics;
  const members = ['Almaty', 'Almaty', 'Astana'].map((city) => aMember({ city }));
  beforeAll(async () => {
    analytics = await startAnalytics();
    await analytics.publish(anEvent(MembersImported, { importId: 'm', members }));
    await soon(async () => expect(await count({ kind: 'ALL', of: [] })).toBe(3) ?? true);
  });
  afterAll(() => analytics.stop());

  const ask = async (document: string, variables: Record<string, unknown>): Promise<Record<string, unknown>> => {
    const { data, errors } = await analytics.execute(ANALYST, document, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return (data?.['answer'] ?? {}) as Record<string, unknown>;
  };
  const count = async (definition: unknown): Promise<unknown> => {
    const document =
      'query ($definition: JSON!) { answer: previewSegment(definition: $definition) { ... on SegmentPreview { count } } }';
    return (await ask(document, { definition }))['count'];
  };
  const save = (input: object): Promise<Record<string, unknown>> =>
    ask(
      `mutation ($input: SaveSegmentInput!) { answer: saveSegment(input: $input) { __typename
        ... on SegmentSaved { segment { id size version } } ... on SegmentInvalid { field message } } }`,
      { input: { id: randomUUID(), version: 0, definition: { kind: 'CITY', in: ['Almaty'] }, ...input } },
    );
  const mutate = (name: string, type: string, input: object): Promise<Record<string, unknown>> =>
    ask(`mutation ($input: ${type}!) { answer: ${name}(input: $input) { __typename } }`, { input });
  /** What the frame's relay would publish. */
  const relay = async (): Promise<void> => {
    const rows: { id: string; subject: string; envelope: string }[] = await analytics.db.query(
      'select id, subject, envelope from outbox order by seq',
    );
    await analytics.publish(...rows.map(({ id, subject, envelope }) => ({ id, subject, text: envelope })));
  };

  it('have their members at once, and are saved once per version', async () => {
    const id = randomUUID();
    expect(await save({ id, name: 'In Almaty' })).toMatchObject({ segment: { size: 2, version: 1 } });
    expect(await save({ id, name: 'In Almaty' })).toMatchObject({ segment: { size: 2, version: 1 } });
    expect(await save({ id, name: 'Elsewhere' })).toEqual({ __typename: 'SegmentChanged' });
    expect(await save({ id, name: 'There', version: 1, definition: { kind: 'CITY', in: ['Astana'] } })).toMatchObject({
      segment: { size: 1, version: 2 },
    });
  });

  it('say what is wrong with a definition, and where', async () => {
    const wrong = { kind: 'ALL', of: [{ kind: 'AGE', from: 40, to: 18 }] };
    expect(await save({ name: 'Wrong', definition: wrong })).toMatchObject({ field: 'definition.of.0.to' });
    const sizes = { kind: 'ATTRIBUTE_RANGE', key: 'size', type: 'NUMBER', from: '9', to: '10' };
    expect(await save({ name: 'Sizes', definition: sizes })).toMatchObject({ segment: { size: 0 } });
    const unknown = { kind: 'SEGMENT', id: randomUUID() };
    expect(await save({ name: 'Unknown', definition: unknown })).toMatchObject({ field: 'definition' });
  });

  it('are not made of each other', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    await save({ id: first, name: 'First' });
    await save({ id: second, name: 'Second', definition: { kind: 'SEGMENT', id: first } });
    const circle = { kind: 'NOT', of: { kind: 'SEGMENT', id: second } };
    expect(await save({ id: first, name: 'First', version: 1, definition: circle })).toMatchObject({
      field: 'definition',
    });
    const deleting = 'mutation ($id: ID!) { answer: deleteSegment(id: $id) { __typename } }';
    expect(await ask(deleting, { id: first })).toEqual({ __typename: 'SegmentInUse' });
    expect(await ask(deleting, { id: second })).toEqual({ __typename: 'SegmentDeleted' });
    expect(await ask(deleting, { id: first })).toEqual({ __typename: 'SegmentDeleted' });
  });

  it('of a group are those who were put in, in definitions too', async () => {
    const [source, group] = [randomUUID(), randomUUID()];
    await save({ id: source, name: 'Source' });
    await mutate('freezeSegment', 'FreezeSegmentInput', { id: group, name: 'Frozen', segmentId: source });
    const [, , astana] = members;
    await mutate('changeGroup', 'ChangeGroupInput', {
      id: group,
      add: [astana?.memberId],
      remove: [members[0]?.memberId],
    });
    await relay();
    await soon(async () => expect(await count({ kind: 'GROUP', id: group })).toBe(2) ?? true);
    const both = {
      kind: 'ALL',
      of: [
        { kind: 'GROUP', id: group },
        { kind: 'SEGMENT', id: source },
      ],
    };
    expect(await count(both)).toBe(1);
  });
});
