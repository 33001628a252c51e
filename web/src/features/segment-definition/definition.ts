import { isGroup, isList, isNot, isObject, type Json, type JsonObject, type Path } from '@/features/draft';
import { conditionKinds } from './condition-kinds';

/** Nobody is left out yet. */
export const blankDefinition: JsonObject = { kind: 'ALL', of: [] };

/** The definition a draft is of: what was left blank is absent. */
export function toDefinition(draft: Json): Json {
  if (isList(draft)) return draft.map(toDefinition);
  if (!isObject(draft)) return draft;
  const given = Object.entries(draft).filter(([, value]) => value !== null);
  return Object.fromEntries(given.map(([key, value]) => [key, key === 'of' ? goodsOf(value) : toDefinition(value)]));
}

/** Of goods an empty list names nothing; of a group it is a group without conditions. */
function goodsOf(of: Json): Json {
  if (!isObject(of) || 'kind' in of) return toDefinition(of);
  const given = Object.entries(of).filter(([, value]) => value !== null && !(isList(value) && value.length === 0));
  return Object.fromEntries(given);
}

/** What keeps a draft from being asked about, without words: BLANK is still to be filled in. The service finds the rest. */
export function faultsOf(node: Json | undefined, path: Path): Fault[] {
  if (!isObject(node)) return [fault(path, 'SHAPE')];
  if (isNot(node)) return faultsOf(node.of, `${path}.of`);
  if (isGroup(node)) {
    if (!isList(node.of)) return [fault(`${path}.of`, 'SHAPE')];
    return node.of.flatMap((part, index) => faultsOf(part, `${path}.of.${index}`));
  }
  const kind = typeof node.kind === 'string' ? conditionKinds[node.kind] : undefined;
  if (kind === undefined) return [fault(path, 'SHAPE')];
  return [
    ...Object.entries(kind.slots).flatMap(([name, slot]) =>
      isBlank(node[name]) && !('canBeAny' in slot) ? [fault(`${path}.${name}`, 'BLANK')] : [],
    ),
    ...reversedOf(node, path),
  ];
}

interface Fault {
  path: Path;
  code: 'BLANK' | 'REVERSED' | 'SHAPE';
}

const fault = (path: Path, code: Fault['code']): Fault => ({ path, code });
const isBlank = (value: Json | undefined): boolean => value === '' || (isList(value) && value.length === 0);

function reversedOf(node: JsonObject, path: Path): Fault[] {
  const when = isObject(node.when) ? node.when : {};
  const pairs: [Path, Json | undefined, Json | undefined][] = [
    ['to', node.from, node.to],
    ['when.to', when.from, when.to],
    ['when.toDays', when.fromDays, when.toDays],
  ];
  // Texts that stand for numbers compare as such.
  const comparable = (bound: Json) => (node.type === 'NUMBER' ? Number(bound) : bound) as number | string;
  const days = ['from', 'to', 'days', 'fromDays', 'toDays'];
  const missing = days.filter((key) => key in when && (when[key] === null || when[key] === ''));
  return [
    ...missing.map((key) => fault(`${path}.when.${key}`, 'BLANK')),
    ...pairs
      .filter(([, from, to]) => from != null && to != null && comparable(from) > comparable(to))
      .map(([place]) => fault(`${path}.${place}`, 'REVERSED')),
  ];
}

/** Something is not filled in yet: no mistake while it is being written. */
export const isUnfinished = ({ code }: { code: string }): boolean => code === 'BLANK';
