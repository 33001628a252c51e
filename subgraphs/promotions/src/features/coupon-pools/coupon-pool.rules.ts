import { isKeepable, isUuid } from '@adal/service';
import type { SaveCouponPoolInput } from '../../generated/graphql';
import {
  ALPHABET_NAMES,
  codeOf,
  normaliseCode,
  spaceOf,
  type AlphabetName,
  type CodeFormat,
} from './code-format.rules';
import type { CouponPool } from './coupon-pool.entity';

/** UNIQUE: made by us; PUBLIC: one code for all; PERSONAL: bound to a member; IMPORTED: of another system; PRINTED: issued on receipts. */
const POOL_KINDS = ['UNIQUE', 'PUBLIC', 'PERSONAL', 'IMPORTED', 'PRINTED'] as const;
export type PoolKind = (typeof POOL_KINDS)[number];

export interface FieldProblem {
  field: string;
  message: string;
}

export interface CouponPoolInvalid {
  __typename: 'CouponPoolInvalid';
  code: 'COUPON_POOL_INVALID';
  message: string;
  problems: FieldProblem[];
}

/** What staff decide about a pool; the rest of its row is bookkeeping. */
export type PoolContent = Pick<CouponPool, (typeof CONTENT)[number]>;
const CONTENT = [
  'name',
  'kind',
  'prefix',
  'alphabet',
  'codeLength',
  'publicCode',
  'validFrom',
  'validUntil',
  'validDays',
  'usesPerCode',
  'usesPerMember',
] as const satisfies (keyof CouponPool)[];
/** Codes are out there: how they look does not change any more. */
const FIXED = ['kind', 'prefix', 'alphabet', 'codeLength', 'publicCode'] as const satisfies (keyof PoolContent)[];

const NAME_LENGTH_MAX = 120;
const VALID_DAYS_MAX = 3_650;
const USES_PER_CODE_MAX = 1_000_000_000;
const USES_PER_MEMBER_MAX = 1_000_000;
const MADE_KINDS: readonly string[] = ['UNIQUE', 'PERSONAL', 'PRINTED'] satisfies PoolKind[];
const LENGTHS = { LETTERS_AND_DIGITS: [6, 9, 12], LETTERS: [6, 9, 12], DIGITS: [6, 14, 17] } as const;

/** Whether its codes are made here, by its format. */
export const hasFormat = ({ kind }: Pick<CouponPool, 'kind'>): boolean => MADE_KINDS.includes(kind);

export const formatOf = ({ prefix, alphabet, codeLength }: PoolContent): CodeFormat => ({
  prefix,
  alphabet,
  length: codeLength,
});

/** A code in the middle of the space: it shows the form. */
export const sampleOf = (pool: PoolContent): string => codeOf(formatOf(pool), (spaceOf(formatOf(pool)) / 7n) * 3n);

/** Reads the form, or names every problem at once. */
export function readPool(input: SaveCouponPoolInput): PoolContent | CouponPoolInvalid {
  const problems: FieldProblem[] = [];
  const check = (isRight: boolean, field: string, message: string): void => {
    if (!isRight) problems.push({ field, message });
  };
  const pool = contentOf(input);
  check(isUuid(input.id), 'id', 'The id must be a UUID.');
  const isNamed = pool.name !== '' && pool.name.length <= NAME_LENGTH_MAX && isKeepable(pool.name);
  check(isNamed, 'name', `A name has 1 to ${NAME_LENGTH_MAX} characters.`);
  check(POOL_KINDS.includes(pool.kind), 'kind', `The kind is one of ${POOL_KINDS.join(', ')}.`);
  check(ALPHABET_NAMES.includes(pool.alphabet), 'alphabet', `The alphabet is one of ${ALPHABET_NAMES.join(', ')}.`);
  if (hasFormat(pool) && problems.length === 0) checkFormat(check, pool);
  if (pool.kind === 'PUBLIC') {
    check(
      /^[\p{L}\p{N}_]{3,32}$/u.test(pool.publicCode ?? ''),
      'publicCode',
      'A public code has 3 to 32 letters and digits.',
    );
  }
  checkValidity(check, pool);
  return problems.length === 0 ? pool : poolInvalid(problems);
}

export function poolInvalid(problems: FieldProblem[]): CouponPoolInvalid {
  const message = problems.map((problem) => problem.message).join(' ');
  return { __typename: 'CouponPoolInvalid', code: 'COUPON_POOL_INVALID', message, problems };
}

/** Whether two pools say the same. */
export const isSamePool = (one: PoolContent, other: PoolContent): boolean =>
  CONTENT.every((field) => one[field] === other[field]);

/** What a saved pool cannot become. */
export function fixedProblems(current: PoolContent, asked: PoolContent): FieldProblem[] {
  return FIXED.filter((field) => current[field] !== asked[field]).map((field) => ({
    field: field === 'codeLength' ? 'length' : field,
    message: 'Kind and format of a pool stay as they were first saved: make another pool.',
  }));
}

export interface PoolFigures {
  issued: number;
  redeemed: number;
  expired: number;
  revoked: number;
  open: number;
}

/** What became of a pool's codes. After the pool's last day all that are open have expired, without a row being written. */
export function figuresOf(
  pool: Pick<CouponPool, 'issued' | 'redeemed' | 'expired' | 'revoked' | 'validUntil'>,
  today: string,
): PoolFigures {
  const left = Number(pool.issued - pool.redeemed - pool.expired - pool.revoked);
  const isOver = pool.validUntil !== null && pool.validUntil < today;
  return {
    issued: Number(pool.issued),
    redeemed: Number(pool.redeemed),
    expired: Number(pool.expired) + (isOver ? left : 0),
    revoked: Number(pool.revoked),
    open: isOver ? 0 : left,
  };
}

type Check = (isRight: boolean, field: string, message: string) => void;

function contentOf(input: SaveCouponPoolInput): PoolContent {
  const kind = input.kind as PoolKind;
  const isMade = hasFormat({ kind });
  const alphabet = (isMade ? (input.alphabet ?? 'LETTERS_AND_DIGITS') : 'LETTERS_AND_DIGITS') as AlphabetName;
  return {
    name: input.name.trim(),
    kind,
    prefix: isMade ? normaliseCode(input.prefix ?? '') : '',
    alphabet,
    codeLength: isMade ? (input.length ?? LENGTHS[alphabet]?.[1] ?? 0) : 0,
    publicCode: kind === 'PUBLIC' ? normaliseCode(input.publicCode ?? '') : null,
    validFrom: input.validFrom ?? null,
    validUntil: input.validUntil ?? null,
    validDays: input.validDays ?? null,
    usesPerCode: input.usesPerCode ?? (kind === 'PUBLIC' ? USES_PER_CODE_MAX : 1),
    usesPerMember: input.usesPerMember ?? null,
  };
}

function checkFormat(check: Check, { kind, prefix, alphabet, codeLength }: PoolContent): void {
  check(/^[A-Z0-9]{1,8}$/.test(prefix), 'prefix', 'A prefix has 1 to 8 Latin letters and digits.');
  const [shortest, usual, longest] = LENGTHS[alphabet];
  const least = kind === 'PRINTED' ? usual : shortest;
  const isRight = Number.isInteger(codeLength) && codeLength >= least && codeLength <= longest;
  check(
    isRight,
    'length',
    `Codes of this kind have ${least} to ${longest} random characters, so that nobody guesses one.`,
  );
}

function checkValidity(check: Check, pool: PoolContent): void {
  const { validFrom, validUntil, validDays, usesPerCode, usesPerMember } = pool;
  check(
    validFrom === null || validUntil === null || validFrom <= validUntil,
    'validUntil',
    'The last day is before the first one.',
  );
  check(validDays === null || isWithin(validDays, 0, VALID_DAYS_MAX), 'validDays', `From 0 to ${VALID_DAYS_MAX} days.`);
  check(isWithin(usesPerCode, 1, USES_PER_CODE_MAX), 'usesPerCode', 'A code is used at least once.');
  const isRight = usesPerMember === null || isWithin(usesPerMember, 1, USES_PER_MEMBER_MAX);
  check(isRight, 'usesPerMember', `From 1 to ${USES_PER_MEMBER_MAX} uses.`);
}

const isWithin = (value: number, min: number, max: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max;
