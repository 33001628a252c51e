import type { Definition } from '@adal/engine';
import { isUuid } from '@adal/service';
import type { StartSimulationInput } from '../../generated/graphql';
import { readDefinition } from '../definitions';
import type { FieldProblem } from '../problems';

export type SimulationStatus = 'QUEUED' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED';
export type SimulationBaseline = 'NOW' | 'THEN';

/** A draft as it was asked for. */
export interface AskedDraft {
  readonly promotionId: string;
  readonly name: string;
  readonly definition: unknown;
}

/** What was asked for, as it is kept and compared. */
export interface AskedSimulation {
  readonly drafts: readonly AskedDraft[];
  readonly from: string;
  readonly until: string;
  /** Null is every store. */
  readonly storeIds: readonly string[] | null;
  readonly samplePercent: number;
  readonly baseline: SimulationBaseline;
}

/** The same, with its definitions read. */
export interface ReadSimulation {
  readonly asked: AskedSimulation;
  readonly definitions: readonly Definition[];
}

const DRAFTS_MAX = 20;
const STORES_MAX = 1_000;
const NAME_LENGTH_MAX = 120;
const DAYS_MAX = 1_100;
const MS_PER_DAY = 86_400_000;

/** Reads what is asked for, or names every problem at once. `storesSeen` limits whom sees some stores only. */
export function readSimulation(
  input: StartSimulationInput,
  storesSeen: readonly string[] | null,
): ReadSimulation | FieldProblem[] {
  const problems: FieldProblem[] = [];
  const check = (isRight: boolean, field: string, message: string): void => {
    if (!isRight) problems.push({ field, message });
  };
  check(isUuid(input.id), 'id', 'The id must be a UUID.');
  const { drafts, from, until } = input;
  check(
    drafts.length >= 1 && drafts.length <= DRAFTS_MAX,
    'drafts',
    `1 to ${DRAFTS_MAX} promotions are tried at once.`,
  );
  const ids = drafts.map(({ promotionId }) => promotionId.toLowerCase());
  check(new Set(ids).size === ids.length, 'drafts', 'Each promotion is tried once.');
  const days = (Date.parse(until) - Date.parse(from)) / MS_PER_DAY;
  check(days >= 0, 'until', 'The last day is not before the first.');
  check(days < DAYS_MAX, 'until', `A period has at most ${DAYS_MAX} days.`);
  const percent = input.samplePercent ?? 100;
  check(percent >= 1 && percent <= 100, 'samplePercent', 'A sample is 1 to 100 per cent.');
  const storeIds = input.storeIds && input.storeIds.length > 0 ? [...new Set(input.storeIds)].sort() : storesSeen;
  check((storeIds ?? []).length <= STORES_MAX, 'storeIds', `At most ${STORES_MAX} stores are named.`);
  const read = drafts.map((draft, index) => readDraft(draft, `drafts.${index}`, problems));
  const definitions = read.filter((definition) => definition !== null);
  if (problems.length > 0) return problems;
  const asked: AskedSimulation = {
    drafts: drafts.map(({ promotionId, name, definition }) => ({
      promotionId: promotionId.toLowerCase(),
      name: name.trim(),
      definition,
    })),
    from,
    until,
    storeIds,
    samplePercent: percent,
    baseline: input.baseline ?? 'NOW',
  };
  return { asked, definitions };
}

function readDraft(
  { promotionId, name, definition: json }: StartSimulationInput['drafts'][number],
  path: string,
  problems: FieldProblem[],
): Definition | null {
  if (!isUuid(promotionId)) problems.push({ field: `${path}.promotionId`, message: 'The id must be a UUID.' });
  if (name.trim() === '' || name.trim().length > NAME_LENGTH_MAX) {
    problems.push({ field: `${path}.name`, message: `A name has 1 to ${NAME_LENGTH_MAX} characters.` });
  }
  const read = readDefinition(json);
  if ('definition' in read) return read.definition;
  for (const fault of read.faults) {
    const field = [path, 'definition', fault.path].filter((part) => part !== '').join('.');
    problems.push({ field, message: fault.message, fault });
  }
  return null;
}

/** True when the same was asked for. */
export const isSameAsked = (left: AskedSimulation, right: AskedSimulation): boolean =>
  canonical(left) === canonical(right);

/** Keys in order: Postgres keeps JSON in an order of its own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([left], [right]) => (left < right ? -1 : 1)))
      : one,
  );

/** True when nothing will change it any more. */
export const isOver = (status: SimulationStatus): boolean => status !== 'QUEUED' && status !== 'RUNNING';

/** True when the caller sees every store that it is about. */
export const mayOpen = ({ storeIds }: AskedSimulation, storesSeen: readonly string[] | null): boolean =>
  storesSeen === null || (storeIds !== null && storeIds.every((id) => storesSeen.includes(id)));
