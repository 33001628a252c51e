import { z } from 'zod';
import { blockHeaderSchema, bytesOfBlock } from './block-header';
import { rootOfPath, sha256Hex } from './merkle-path';
import type { StatementFault } from './statement-fault';

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
type SealedBlock = Statement['sealed']['blocks'][number];

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

/**
 * Recomputes all of a statement without asking anybody, in Node and in browsers alike; answers what is wrong with it, nothing when
 * all is right. The signature is left out when no key is given.
 */
export async function statementFaults(document: unknown, publicKeyText: string | null): Promise<StatementFault[]> {
  const read = statementSchema.safeParse(document);
  if (!read.success) return [{ kind: 'NOT_A_STATEMENT', detail: z.prettifyError(read.error) }];
  const { sealed, entries, before, openers } = read.data;
  const blocks = new Map(sealed.blocks.map((block) => [block.height, block]));
  const proven = [...entries, ...openers, ...(before ? [before] : [])];
  const faults = await Promise.all([
    ...sealed.blocks.map(blockFault),
    ...proven.map((entry) => pathFault(entry, blocks, sealed.memberId)),
  ]);
  return [
    ...faults.filter((fault) => fault !== null),
    ...historyFaults(sealed.opening, sealed.closing, before, entries),
    ...(publicKeyText === null ? [] : await signatureFaults(read.data, publicKeyText)),
  ];
}

async function blockFault(block: SealedBlock): Promise<StatementFault | null> {
  const root = await sha256Hex(bytesOfBlock(block));
  return root === block.root ? null : { kind: 'BLOCK_CHANGED', block: block.height };
}

async function pathFault(
  proven: ProvenEntry,
  blocks: ReadonlyMap<number, SealedBlock>,
  memberId: string,
): Promise<StatementFault | null> {
  const said = entryOf(proven);
  if (!said) return { kind: 'ENTRY_UNREADABLE' };
  const { text, height, place, path } = proven;
  const where = { entry: said.number, block: height };
  if (said.member !== memberId) return { kind: 'ENTRY_OF_ANOTHER', ...where };
  const block = blocks.get(height);
  if (!block) return { kind: 'BLOCK_MISSING', ...where };
  const leaf = await sha256Hex(new TextEncoder().encode(text));
  const root = await rootOfPath({ leaf, index: place - 1, leaves: block.items, path });
  return root === block.merkleRoot ? null : { kind: 'ENTRY_CHANGED', ...where };
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
): StatementFault[] {
  const faults: StatementFault[] = [];
  const first = before ? walletAfter(entryOf(before)) : NOTHING;
  if (!first || !isSame(first, opening)) faults.push({ kind: 'OPENING_WRONG' });
  let wallet = opening;
  for (const proven of entries) {
    const entry = entryOf(proven);
    const after = walletAfter(entry);
    if (!entry || !after) return [...faults, { kind: 'ENTRY_UNREADABLE' }];
    const expected = BigInt(wallet.number) + 1n;
    if (BigInt(after.number) !== expected) faults.push({ kind: 'ENTRY_MISSING', entry: String(expected) });
    else if (!isSame(after, moved(wallet, entry))) faults.push({ kind: 'ENTRY_DOES_NOT_ADD_UP', entry: after.number });
    wallet = after;
  }
  if (!isSame(wallet, closing)) faults.push({ kind: 'CLOSING_WRONG', entry: wallet.number });
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

async function signatureFaults(statement: Statement, publicKeyText: string): Promise<StatementFault[]> {
  const spki = bytesOfBase64(publicKeyText);
  if ((await keyIdOf(spki)) !== statement.keyId) return [{ kind: 'OTHER_KEY', detail: statement.keyId }];
  const key = await crypto.subtle.importKey('spki', spki, 'Ed25519', false, ['verify']);
  const sealed = new TextEncoder().encode(JSON.stringify(statement.sealed));
  const isSigned = await crypto.subtle.verify('Ed25519', key, bytesOfBase64(statement.signature), sealed);
  return isSigned ? [] : [{ kind: 'NOT_SIGNED' }];
}

/** A key's name: the beginning of the hash of its SPKI. */
export const keyIdOf = async (spki: Uint8Array<ArrayBuffer>): Promise<string> => (await sha256Hex(spki)).slice(0, 16);

function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  const decoded = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(decoded, (character) => character.charCodeAt(0));
}
