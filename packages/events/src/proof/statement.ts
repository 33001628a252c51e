import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { blockHeaderSchema, rootOfBlock } from './block-header';
import { rootOfPath, sha256 } from './merkle';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const minor = z.string().regex(/^-?\d+$/);
const wallet = z.object({ number: minor, available: minor, pending: minor, held: minor });

/** An entry as it was chained: its text, and the way from it to the root of its block. */
const provenEntrySchema = z.object({ text: z.string(), height: z.int(), place: z.int(), path: z.array(hash) });

/** A member's statement that proves itself; amounts in minor units. The signature is over the JSON text of `sealed`. */
export const statementSchema = z.object({
  format: z.literal('adal-statement-1'),
  keyId: z.string(),
  sealed: z.object({
    memberId: z.uuid(),
    issuedAt: z.string(),
    /** The wallet before the first entry and after the last; `number` is that of the entry. */
    opening: wallet,
    closing: wallet,
    /** The last block of the chain when it was issued. */
    head: z.object({ height: z.int(), root: hash }),
    blocks: z.array(blockHeaderSchema.extend({ root: hash })),
  }),
  /** Without a gap, in order; one before the first comes along to prove the opening wallet. */
  entries: z.array(provenEntrySchema),
  before: provenEntrySchema.nullable(),
  /** Entries before the first that opened lots which the entries touch: they say the lots' dates. */
  openers: z.array(provenEntrySchema),
  signature: z.string(),
});
export type Statement = z.infer<typeof statementSchema>;
type ProvenEntry = z.infer<typeof provenEntrySchema>;
type Wallet = z.infer<typeof wallet>;

/** What a statement says of an entry; the text of its leaf. */
const entrySchema = z.object({
  member: z.uuid(),
  number: minor,
  availableAfter: minor,
  pendingAfter: minor,
  heldAfter: minor,
  postings: z.array(z.object({ lot: z.uuid(), from: z.string(), to: z.string(), amount: minor })),
});
type Entry = z.infer<typeof entrySchema>;

/** A key's name: the beginning of its hash. */
export const keyIdOf = (publicKey: KeyObject): string =>
  createHash('sha256')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 16);

/** Recomputes all of a statement without asking anybody; answers what is wrong with it, nothing when all is right. */
export function statementFaults(document: unknown, publicKeyText: string | null): string[] {
  const read = statementSchema.safeParse(document);
  if (!read.success) return [`It is not a statement: ${z.prettifyError(read.error)}`];
  const { sealed, entries, before, openers } = read.data;
  const blocks = new Map(sealed.blocks.map((block) => [block.height, block]));
  return [
    ...sealed.blocks.flatMap((block) =>
      rootOfBlock(block) === block.root ? [] : [`Block ${block.height} has another root than it must have.`],
    ),
    ...[...entries, ...openers, ...(before ? [before] : [])].flatMap((entry) =>
      pathFault(entry, blocks, sealed.memberId),
    ),
    ...historyFaults(sealed.opening, sealed.closing, before, entries),
    ...signatureFaults(read.data, publicKeyText),
  ];
}

function pathFault(
  entry: ProvenEntry,
  blocks: ReadonlyMap<number, { merkleRoot: string; items: number }>,
  memberId: string,
): string[] {
  const said = entryOf(entry);
  if (!said) return ['An entry cannot be read.'];
  if (said.member !== memberId) return [`Entry ${said.number} is of another member.`];
  const block = blocks.get(entry.height);
  if (!block) return [`Entry ${said.number}: block ${entry.height} is not in the statement.`];
  const path = entry.path.map((step) => Buffer.from(step, 'hex'));
  const root = rootOfPath(sha256(entry.text), entry.place - 1, block.items, path);
  return root?.toString('hex') === block.merkleRoot
    ? []
    : [`Entry ${said.number} was changed, or its path is not that of block ${entry.height}.`];
}

function entryOf({ text }: ProvenEntry): Entry | null {
  try {
    return entrySchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Numbers without a gap, and every wallet after an entry is the one before and its postings. */
function historyFaults(
  opening: Wallet,
  closing: Wallet,
  before: ProvenEntry | null,
  entries: readonly ProvenEntry[],
): string[] {
  const faults: string[] = [];
  const first = before ? walletAfter(entryOf(before)) : NOTHING;
  if (!first || !isSame(first, opening)) faults.push('The opening wallet is not what the entry before says.');
  let wallet = opening;
  for (const proven of entries) {
    const entry = entryOf(proven);
    const after = walletAfter(entry);
    if (!entry || !after) return [...faults, 'An entry cannot be read.'];
    const expected = BigInt(wallet.number) + 1n;
    if (BigInt(after.number) !== expected)
      faults.push(`Entry ${expected} is missing: entry ${after.number} stands in its place.`);
    else if (!isSame(after, moved(wallet, entry)))
      faults.push(`Entry ${after.number} does not lead from the wallet before it to the one after.`);
    wallet = after;
  }
  if (!isSame(wallet, closing)) faults.push(`The closing wallet is not that after entry ${wallet.number}.`);
  return faults;
}

const NOTHING: Wallet = { number: '0', available: '0', pending: '0', held: '0' };

const walletAfter = (entry: Entry | null): Wallet | null =>
  entry && {
    number: entry.number,
    available: entry.availableAfter,
    pending: entry.pendingAfter,
    held: entry.heldAfter,
  };

function moved(wallet: Wallet, { postings }: Entry): Wallet {
  const gained = (account: string): bigint =>
    postings.reduce(
      (sum, { from, to, amount }) =>
        sum + (to === account ? BigInt(amount) : 0n) - (from === account ? BigInt(amount) : 0n),
      0n,
    );
  return {
    number: `${BigInt(wallet.number) + 1n}`,
    available: `${BigInt(wallet.available) + gained('AVAILABLE')}`,
    pending: `${BigInt(wallet.pending) + gained('PENDING')}`,
    held: `${BigInt(wallet.held) + gained('HELD')}`,
  };
}

const isSame = (one: Wallet, other: Wallet): boolean =>
  one.number === other.number &&
  one.available === other.available &&
  one.pending === other.pending &&
  one.held === other.held;

function signatureFaults({ sealed, signature, keyId }: Statement, publicKeyText: string | null): string[] {
  if (publicKeyText === null) return [];
  const key = createPublicKey({ key: Buffer.from(publicKeyText, 'base64url'), format: 'der', type: 'spki' });
  if (keyIdOf(key) !== keyId) return [`It names key ${keyId}, the key given is ${keyIdOf(key)}.`];
  const isSigned = verify(null, Buffer.from(JSON.stringify(sealed)), key, Buffer.from(signature, 'base64url'));
  return isSigned ? [] : ['The signature is not the ledger’s over these wallets and blocks.'];
}
