import { CONTEXTS, deadLetterSubjects, type Context, type DeadLetter } from '@adal/events';
import { connect } from '@nats-io/transport-node';

const ANSWER_MS_MAX = 60_000;

/** Lists dead letters of every context, or handles them again: all, or the one with this event id. */
export async function replayEvents(
  natsUrl: string,
  print: (line: string) => void,
  options: { list: boolean; eventId?: string },
): Promise<boolean> {
  const connection = await connect({ servers: natsUrl, name: 'adal-cli' });
  try {
    let clean = true;
    for (const context of CONTEXTS) clean = (options.list ? await listOf(context) : await replayOf(context)) && clean;
    return clean;
  } finally {
    await connection.close();
  }

  async function listOf(context: Context): Promise<boolean> {
    const letters = await askContext<DeadLetter[]>(deadLetterSubjects(context).list, '');
    if (letters === null) print(`${context}: does not run`);
    else if (letters.length === 0) print(`${context}: none`);
    else
      for (const letter of letters)
        print(`${context}: ${letter.eventId} ${letter.subject} → ${letter.consumer}: ${letter.reason}`);
    return letters !== null;
  }

  async function replayOf(context: Context): Promise<boolean> {
    const wanted = options.eventId === undefined ? {} : { eventId: options.eventId };
    const result = await askContext<{ replayed: number; failed: number }>(
      deadLetterSubjects(context).replay,
      JSON.stringify(wanted),
    );
    print(
      result === null
        ? `${context}: does not run`
        : `${context}: ${result.replayed} replayed, ${result.failed} failed again`,
    );
    return result !== null && result.failed === 0;
  }

  async function askContext<T>(subject: string, body: string): Promise<T | null> {
    try {
      return (await connection.request(subject, body, { timeout: ANSWER_MS_MAX })).json<T>();
    } catch {
      return null;
    }
  }
}
