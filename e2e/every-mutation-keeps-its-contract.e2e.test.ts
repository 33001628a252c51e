import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack, SUBGRAPHS, type Stack } from '@adal/local';
import { expect, test } from '@playwright/test';
import { badInputsOf, type BadInput, type Variables } from './contract/bad-values';
import { CASES, EXCEPTIONS } from './contract/cases';
import { fingerprintOf, settledFingerprintOf } from './contract/fingerprint';
import { mutationsOfTheGraph, type Mutation } from './contract/graph';
import type { MutationCase } from './contract/mutation-case';
import { makeWorld, type Answered, type RawAnswer, type World } from './contract/world';

/** Bad inputs on their way at a time: a key of nobody is looked for up to 1.5 s. */
const AT_ONCE = 24;
const MUTATIONS = mutationsOfTheGraph();

/**
 * The contract of all writes, walked from the schema: a mutation that is not listed in contract/cases.ts fails here by name.
 */
test.describe('every mutation', () => {
  let dataDir: string;
  let stack: Stack;
  let world: World;
  let sent = 0;
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    dataDir = mkdtempSync(join(tmpdir(), 'adal-contract-'));
    chmodSync(dataDir, 0o755);
    const env = { RATE_STAFF: '100000', RATE_PARTNER: '100000' };
    stack = await startStack({ dataDir, durable: false, services: [...SUBGRAPHS, 'gateway'], env });
    world = await makeWorld(stack);
  });
  test.afterAll(async () => {
    console.log(`${sent} bad inputs sent to ${MUTATIONS.length} mutations.`);
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('has a case here, or a reason why not', () => {
    const listed = [...Object.keys(CASES), ...Object.keys(EXCEPTIONS)];
    expect(listed.toSorted()).toEqual(MUTATIONS.map(({ name }) => name).toSorted());
  });

  for (const mutation of MUTATIONS) {
    const one = CASES[mutation.name];
    if (!one) continue;
    test(`${mutation.name} is done once, however often it is sent`, () => expectDoneOnce(world, mutation, one));
  }

  for (const mutation of MUTATIONS) {
    test(`${mutation.name} answers bad input in a sentence and changes nothing`, async () => {
      sent += await expectRefusals(world, mutation, CASES[mutation.name]);
    });
  }

  test('leaves the books right', async () => {
    const { verifyLedger } = await world.staff('{ verifyLedger { ok fault } }');
    expect(verifyLedger).toEqual({ ok: true, fault: null });
  });
});

async function expectDoneOnce(world: World, mutation: Mutation, one: MutationCase): Promise<void> {
  const variables = await one.make(world);
  const send = async (content: Variables): Promise<Answered> => {
    const { data, errors } = await world.send(mutation.document, content, one.by);
    expect(errors ?? []).toEqual([]);
    return plain(data?.answer);
  };
  const first = await send(variables);
  expect(first).toMatchObject({ __typename: one.outcome });
  const before = await settledFingerprintOf(world.stack, mutation.owner);
  const second = await send(variables);
  if (Array.isArray(one.again)) expect(one.again).toContain(second.__typename);
  else if ('__typename' in one.again) expect(second).toMatchObject(one.again);
  else expect(second).toEqual({ ...first, ...one.again });
  if (typeof one.other === 'object') {
    const { change, refusal, says = {} } = one.other;
    const changed = merged(variables, typeof change === 'function' ? await change(world) : change);
    expect(await send(changed)).toMatchObject({ __typename: refusal, ...says });
  }
  if (mutation.name === 'retryMessage') return;
  const after = await settledFingerprintOf(world.stack, mutation.owner);
  if (after === before) return;
  // A job or an event may have come between: what is done twice is done a third time too.
  await send(variables);
  expect(await settledFingerprintOf(world.stack, mutation.owner)).toBe(after);
}

/** Field names without the type they were asked of. */
function plain(answer: Answered | null | undefined): Answered {
  const fields = Object.entries(answer ?? {}).map(([name, value]) => [name.replace(/^[A-Z]\w*?_(?=[a-z])/, ''), value]);
  return Object.fromEntries(fields) as Answered;
}

function merged(variables: Variables, change: Variables): Variables {
  const { input, ...rest } = change;
  return { ...variables, ...rest, input: { ...(variables['input'] as object), ...(input as object) } };
}

const SIGN_IN_INPUT: Variables = { input: { email: 'nobody@example.kz', password: 'a password of nobody' } };

/**
 * What was refused is sent once more between two readings of the owner's tables; what was accepted was good after all. A job of the
 * owner may come between, so a difference counts when it comes again.
 */
async function expectRefusals(world: World, mutation: Mutation, one: MutationCase | undefined): Promise<number> {
  const good = one
    ? await one.make(world)
    : mutation.name === 'signIn'
      ? SIGN_IN_INPUT
      : { input: { refreshToken: 'x' } };
  const inputs = badInputsOf(mutation, good).map((bad) => withFreshId(bad, one?.freshId, good));
  const refused: BadInput[] = [];
  await each(inputs, async (bad) => {
    const answer = await world.send(mutation.document, bad.variables, one?.by).catch((error: unknown) => {
      throw new Error(`No answer to ${bad.what}`, { cause: error });
    });
    expectSentence(mutation.name, bad.what, answer);
    if (isRefusal(answer)) refused.push(bad);
  });
  expect(refused.length).toBeGreaterThan(0);
  const sendAgain = async (): Promise<readonly [string, string]> => {
    const before = await settledFingerprintOf(world.stack, mutation.owner);
    await each(refused, async (bad) => void (await world.send(mutation.document, bad.variables, one?.by)));
    return [before, await fingerprintOf(world.stack, mutation.owner)];
  };
  let [before, after] = await sendAgain();
  if (after !== before) [before, after] = await sendAgain();
  expect(after).toBe(before);
  return inputs.length;
}

function withFreshId(bad: BadInput, path: readonly string[] | undefined, good: Variables): BadInput {
  if (!path || !('input' in bad.variables || 'rebuildId' in bad.variables)) return bad;
  const read = (from: Variables): unknown => path.reduce<unknown>((at, name) => (at as Variables | null)?.[name], from);
  if (read(bad.variables) !== read(good)) return bad;
  const variables = structuredClone(bad.variables);
  const parent = path.slice(0, -1).reduce<unknown>((at, name) => (at as Variables)[name], variables) as Variables;
  parent[path.at(-1) ?? ''] = crypto.randomUUID();
  return { ...bad, variables };
}

const EXPECTED_CODES = ['BAD_USER_INPUT', 'BAD_REQUEST', 'GRAPHQL_VALIDATION_FAILED'];
const SENTENCE =
  /^(?!.*(select |insert |undefined|\[object|\bat \/|node_modules|127\.0\.0\.1|invalid byte sequence))["A-Za-z].*[.…"!]/s;

function expectSentence(name: string, what: string, { status, data, errors = [] }: RawAnswer): void {
  const told = `${name}, ${what}`;
  expect([200, 400], told).toContain(status);
  for (const { message, extensions } of errors) {
    expect(EXPECTED_CODES, `${told}: ${message}`).toContain(extensions?.code);
    expect(message, told).toMatch(SENTENCE);
  }
  const message = plain(data?.answer)['message'];
  if (typeof message === 'string') expect(message, told).toMatch(SENTENCE);
}

/** Refusals have a message; so do answers that are the second of their kind. */
function isRefusal({ data, errors }: RawAnswer): boolean {
  return (errors?.length ?? 0) > 0 || !data?.answer || 'message' in plain(data.answer);
}

async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
