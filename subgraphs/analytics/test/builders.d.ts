import { type BookedLine, type BookedReceipt, type EventContract, type MemberSnapshot, type StoreSnapshot } from '@adal/events';
/** A line that costs what it says. */
export declare function aLine(over?: Partial<BookedLine>): BookedLine;
/** A sale at noon in Almaty, anonymous; its sums are those of its lines. */
export declare function aReceipt(over?: Partial<BookedReceipt>): BookedReceipt;
export declare function aMember(over?: Partial<MemberSnapshot>): MemberSnapshot;
export declare function aStore(over?: Partial<StoreSnapshot>): StoreSnapshot;
/** An event as it travels. */
export interface SealedEvent {
    readonly id: string;
    readonly subject: string;
    readonly text: string;
}
export declare function anEvent<T>(contract: EventContract<T>, data: T, at?: string): SealedEvent;
//# sourceMappingURL=builders.d.ts.map