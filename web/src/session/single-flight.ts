// A refresh token works once and reuse ends the session. A page that starts ten requests at the moment the access token
// ends sends the same refresh token ten times, and a slow one may send it after the first was answered: all of them
// must get the first answer.
const rememberMs = 30_000;

/** Runs work once per key; calls during it and for half a minute after it share its result. A fault is not remembered. */
export function singleFlight<Result>(now: () => number = Date.now) {
  const flights = new Map<string, { result: Promise<Result>; forgetAt: number }>();
  return (key: string, work: () => Promise<Result>): Promise<Result> => {
    for (const [known, flight] of flights) if (flight.forgetAt <= now()) flights.delete(known);
    const flying = flights.get(key);
    if (flying !== undefined) return flying.result;
    const flight = { result: work(), forgetAt: Number.POSITIVE_INFINITY };
    flights.set(key, flight);
    flight.result.then(
      () => (flight.forgetAt = now() + rememberMs),
      () => flights.delete(key),
    );
    return flight.result;
  };
}
