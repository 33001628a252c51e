const UUID_LENGTH = 36;

/** The id of one run of a promotion. Sorted like the promotion's own, so that equal priorities rank as they did. */
export const runIdOf = (promotionId: string, run: number): string => `${promotionId}#${run}`;

/** The promotion behind an id that was priced by: its own, or that of a run. */
export const promotionIdOf = (id: string): string => id.slice(0, UUID_LENGTH);
