/** Parts into which members are divided: a share in hundredths of a percent is as many of them. */
const BUCKETS = 10_000;

/**
 * The part a member falls into, 0 to 9,999: always the same for one salt, and independent from one salt to another.
 * FNV-1a over the text, then the finaliser of MurmurHash3, whose low bits are even.
 */
export function bucketOf(memberId: string, salt: string): number {
  const text = `${salt}:${memberId}`;
  let hash = 0x811c9dc5;
  for (let position = 0; position < text.length; position += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(position), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % BUCKETS;
}
