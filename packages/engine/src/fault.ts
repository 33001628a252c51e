import type { z } from 'zod';

/** What is wrong with a definition, in a sentence, and where: `effects.0.percent`, `condition.of.1`. */
export interface Fault {
  path: string;
  code: FaultCode;
  message: string;
}

export type FaultCode =
  /** Not of the language: a missing field, a wrong type, an amount that is none. */
  | 'SHAPE'
  | 'OUT_OF_BOUNDS'
  | 'EMPTY'
  | 'BLANK'
  | 'REPEATED'
  /** Ends before it starts. */
  | 'REVERSED'
  /** Can never be true. */
  | 'CONTRADICTION'
  /** Has no effect on anything. */
  | 'USELESS'
  | 'TOO_DEEP'
  | 'TOO_MANY';

/** Collects faults as a definition is looked through. */
export class Faults {
  readonly all: Fault[] = [];

  add(path: string, code: FaultCode, message: string): void {
    this.all.push({ path, code, message });
  }

  /** Adds a fault unless it is right. */
  check(isRight: boolean, path: string, code: FaultCode, message: string): void {
    if (!isRight) this.add(path, code, message);
  }

  /** A list of names: not empty, none blank, none twice. */
  names(path: string, names: readonly string[], noun: string): void {
    this.check(names.length > 0, path, 'EMPTY', `Name at least one ${noun}.`);
    this.list(path, names, noun);
  }

  /** A list of names that may be empty. */
  list(path: string, names: readonly string[], noun: string): void {
    this.check(
      names.length <= NAMES_MAX,
      path,
      'TOO_MANY',
      `Name at most ${NAMES_MAX} of each: use a product set or a list.`,
    );
    this.check(
      names.every((name) => name.trim() !== ''),
      path,
      'BLANK',
      `A ${noun} is blank.`,
    );
    this.check(new Set(names).size === names.length, path, 'REPEATED', `A ${noun} is named twice.`);
  }

  /** Both ends inside. */
  integer(path: string, value: number, min: number, max: number, noun: string): void {
    const isRight = Number.isSafeInteger(value) && value >= min && value <= max;
    this.check(isRight, path, 'OUT_OF_BOUNDS', `${noun} must be a whole number from ${min} to ${max}.`);
  }
}

const NAMES_MAX = 2_000;

/** What does not fit the language. A union tells of every alternative; the kind that was meant says what is wrong with it. */
export function shapeFaultsOf(issue: z.core.$ZodIssue): Fault[] {
  return [{ path: issue.path.join('.'), code: 'SHAPE', message: messageOf(issue) }];
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'unrecognized_keys') return `There is no ${issue.keys.join(', ')} here.`;
  return `${issue.message}.`;
}
