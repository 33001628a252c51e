import type { Logger } from '@adal/service';
import { setTimeout as sleep } from 'node:timers/promises';

/** Judges members again when something of theirs has changed. */
export interface SegmentWatch {
  /** Something of these members has changed, and can be read. */
  touched(memberIds: readonly string[]): void;
  /** Ends after the judging that is under way. */
  stop(): Promise<void>;
}

/** Members of one judging. */
const MEMBERS_MAX = 2_000;
/** Changes of so long are judged together. */
const GATHER_MS = 300;
const RETRY_MS = 1_000;

/**
 * Gathers touched members and has them judged, one judging at a time. What is not judged when the process ends is found by the refresh
 * of all segments at the next start.
 */
export function watchSegments(judge: (memberIds: readonly string[]) => Promise<void>, log: Logger): SegmentWatch {
  let waiting = new Set<string>();
  let stopped = false;
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (waiting.size > 0 && !stopped) {
      await sleep(GATHER_MS);
      const taken = [...waiting].slice(0, MEMBERS_MAX);
      waiting = new Set([...waiting].slice(MEMBERS_MAX));
      try {
        await judge(taken);
      } catch (error) {
        log.warn({ err: error, members: taken.length }, 'Members not judged for segments, will try again');
        for (const id of taken) waiting.add(id);
        await sleep(RETRY_MS);
      }
    }
    running = undefined;
  };
  return {
    touched: (memberIds) => {
      for (const id of memberIds) waiting.add(id);
      if (!stopped) running ??= run();
    },
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}
