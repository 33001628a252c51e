import { askBackfill, type BackfillReply, type Streams } from '@adal/events';
import { setTimeout as sleep } from 'node:timers/promises';
import { beginningOf, placesAmong, positionOf, type BackfillPlace } from './backfill.rules';
import { NO_FACTS } from './event.facts';
import { takeIn, type IngestParts, type StreamMessage } from './take-in';

/** What an empty store is filled from. */
export interface Owners {
  readonly sources: readonly string[];
  /** An owner that does not answer for so long is reported, and no longer waited for. */
  readonly patienceMs: number;
}

/** A kind of facts on its way into an empty store. */
export interface BackfillState extends BackfillPlace {
  /** Its owner has not answered for longer than is reasonable. It is asked on. */
  readonly isSilent: boolean;
}

/** A store that is being filled. */
export interface Filling {
  /** True as soon as the store knows what it is to be filled from: streams may be taken in from then on. False: stopped before. */
  readonly begun: Promise<boolean>;
  /** What it is filled from; empty for a store that had facts already. */
  states(): readonly BackfillState[];
  /** Since when nobody is waited for any more; null until then: what is asked of members may be wrong. */
  filledAt(): Date | null;
  /** Ends after the batch at work; the next start goes on there. */
  stop(): Promise<void>;
}

const RETRY_MS = 1_000;
/** Pages are gathered to as much as one batch of the streams. */
const BATCH_BYTES_MAX = 8 * 1024 * 1024;

/**
 * Fills a store that knows nothing with what owners tell again, beside the streams: what comes both ways is recognised
 * by its ids.
 */
export function fillFromOwners(
  parts: IngestParts,
  connection: Streams['connection'],
  { sources, patienceMs }: Owners,
  onTakenIn: (source: string, events: number) => void,
): Filling {
  let stopped = false;
  let filledAt: Date | null = null;
  const { ask, halt } = asking(connection);
  const places = new Map<string, BackfillPlace>();
  const unfinished = (): BackfillPlace[] => [...places.values()].filter(({ isDone }) => !isDone);
  const silence = silenceOf(patienceMs, parts);
  const begin = async (): Promise<boolean> => {
    while (!stopped) {
      try {
        for (const place of await beginFilling(parts, sources)) places.set(place.source, place);
        return true;
      } catch (error) {
        parts.log.warn({ err: error }, 'The store cannot be read, will try again');
        await sleep(RETRY_MS);
      }
    }
    return false;
  };
  const fill = async (place: BackfillPlace): Promise<void> => {
    let reached = place;
    while (!reached.isDone && !stopped) {
      const batch = await silence.watch(place.source, gather(ask, reached));
      await takeInPages(parts, reached, batch);
      reached = batch.place;
      places.set(place.source, reached);
      onTakenIn(place.source, batch.messages.length);
    }
  };
  const run = async (): Promise<void> => {
    while (!stopped) {
      for (const place of unfinished()) {
        await fill(place).catch((error: unknown) => {
          if (!stopped) parts.log.debug({ err: error, source: place.source }, 'Filling was interrupted, will go on');
        });
      }
      if (!stopped && unfinished().every(({ source }) => silence.isSilent(source))) filledAt ??= new Date();
      if (unfinished().length === 0) return;
      await sleep(RETRY_MS);
    }
  };
  const begun = begin();
  const running = begun.then(run);
  return {
    begun,
    states: () => [...places.values()].map((place) => ({ ...place, isSilent: silence.isSilent(place.source) })),
    filledAt: () => filledAt,
    stop: async () => {
      stopped = true;
      halt();
      await running;
    },
  };
}

/** What the store is filled from; whatever has no place yet gets it, when the store knows nothing. */
async function beginFilling({ store }: IngestParts, sources: readonly string[]): Promise<BackfillPlace[]> {
  const positions = await store.positions();
  const beginning = beginningOf(positions, sources);
  if (beginning.length > 0) await store.append(NO_FACTS, beginning.map(positionOf));
  return [...placesAmong(positions), ...beginning];
}

/** Facts first, then the place: after a crash in between they come again, and are known. */
async function takeInPages(parts: IngestParts, from: BackfillPlace, { messages, place }: Batch): Promise<void> {
  if (messages.length > 0) await takeIn(parts, positionOf(from), messages);
  await parts.store.append(NO_FACTS, [positionOf(place)]);
}

/** Asks an owner for a page; throws when it does not answer, or when filling stops. */
type AskPage = (source: string, after: string | null) => Promise<BackfillReply>;

interface Batch {
  readonly messages: readonly StreamMessage[];
  readonly place: BackfillPlace;
}

/** Asks until halted: nobody who stops waits for an answer. */
function asking(connection: Streams['connection']): { readonly ask: AskPage; halt(): void } {
  let halt = (): void => undefined;
  const halted = new Promise<never>((_resolve, reject) => {
    halt = () => reject(new Error('Stopped'));
  });
  halted.catch(() => undefined);
  return { ask: (source, after) => Promise.race([askBackfill(connection, source, after), halted]), halt: () => halt() };
}

/** Pages after a place, as many as make a batch, or as were answered. */
async function gather(ask: AskPage, from: BackfillPlace): Promise<Batch> {
  const messages: StreamMessage[] = [];
  let place = from;
  let bytes = 0;
  do {
    const page = await ask(from.source, place.after).catch((error: unknown) => {
      if (place === from) throw error;
    });
    if (!page) break;
    messages.push(...page.events.map((event) => ({ ...event, sequence: from.rows })));
    bytes += page.events.reduce((sum, { text }) => sum + text.length, 0);
    place = {
      source: from.source,
      after: page.next,
      isDone: page.next === null,
      rows: place.rows + page.rows,
      about: page.about ?? place.about,
    };
  } while (!place.isDone && bytes < BATCH_BYTES_MAX);
  return { messages, place };
}

/** Notices owners that have not answered for long, and says so once. */
function silenceOf(
  patienceMs: number,
  { log }: IngestParts,
): { watch<T>(source: string, answer: Promise<T>): Promise<T>; isSilent(source: string): boolean } {
  const since = new Map<string, number>();
  const silent = new Set<string>();
  return {
    isSilent: (source) => silent.has(source),
    watch: async (source, answer) => {
      try {
        const answered = await answer;
        since.delete(source);
        if (silent.delete(source)) log.info({ source }, 'Facts older than the streams are told at last');
        return answered;
      } catch (error) {
        const first = since.get(source) ?? Date.now();
        since.set(source, first);
        if (Date.now() - first >= patienceMs && !silent.has(source)) {
          silent.add(source);
          log.error(
            { err: error, source, alert: 'analytics-backfill-silent' },
            'Nobody tells facts older than the streams: figures miss them until somebody does',
          );
        }
        throw error;
      }
    },
  };
}
