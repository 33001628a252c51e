import { type Streams } from '@adal/events';
import { ANONYMOUS, type Actor } from '@adal/service';
import { type FreshNats } from '@adal/testkit';
import type { DataSource } from 'typeorm';
import { type RunningIngest } from '../src/features/ingest';
import type { AnalyticsStore } from '../src/store/analytics-store';
import type { SealedEvent } from './builders';
export declare const ZONE = "Asia/Almaty";
export declare const silent: import("pino").Logger;
/** May everything, in every store. */
export declare const ANALYST: Actor;
export { ANONYMOUS };
/** A folder of one's own for store files. */
export declare function freshFolder(): {
    path: string;
    remove(): void;
};
/** An embedded store in a folder. */
export declare function openTestStore(folder: string): Promise<AnalyticsStore>;
/** Analytics with its own Postgres, streams and store; without HTTP. */
export interface TestAnalytics {
    readonly db: DataSource;
    readonly nats: FreshNats;
    readonly streams: Streams;
    readonly store: AnalyticsStore;
    readonly ingest: RunningIngest;
    publish(...events: readonly SealedEvent[]): Promise<void>;
    /** Runs an operation and answers its result as it travels. */
    execute(as: Actor, document: string, variables?: Record<string, unknown>): Promise<{
        data?: Record<string, unknown> | null;
        errors?: readonly {
            message: string;
            extensions?: Record<string, unknown>;
        }[];
    }>;
    stop(): Promise<void>;
}
export declare function startAnalytics(): Promise<TestAnalytics>;
//# sourceMappingURL=harness.d.ts.map