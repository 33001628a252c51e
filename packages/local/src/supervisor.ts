import { keepAlive, type Kept, type Say, type ServiceSpec } from './keep-alive';

export interface Supervisor {
  /** Starts everything in the order of needs. When one cannot start, stops the rest and throws its reason. */
  start(): Promise<void>;
  /** Stops each service once everything that needs it has stopped. Safe to call at any time, twice too. */
  stop(): Promise<void>;
  kill(name: string): Promise<void>;
  restart(name: string): Promise<void>;
}

/** Runs services that need each other. */
export function supervise(specs: readonly ServiceSpec[], say: Say): Supervisor {
  const kept = new Map(specs.map((spec) => [spec.name, keepAlive(spec, say)]));
  const namesOf = (wanted: (spec: ServiceSpec) => boolean) => specs.filter(wanted).map((spec) => spec.name);
  let stopping: Promise<void> | undefined;

  async function stopAll(): Promise<void> {
    await inOrder(
      specs,
      ({ name }) => namesOf((spec) => spec.needs.includes(name)),
      async (name) => {
        await serviceOf(kept, name).stop();
        say('info', `${name} stopped`);
      },
    );
  }

  const stop = () => (stopping ??= stopAll());

  return {
    start: async () => {
      try {
        await inOrder(
          specs,
          (spec) => spec.needs.filter((need) => kept.has(need)),
          async (name) => {
            if (!stopping) await startFirst(kept, name);
          },
        );
      } catch (error) {
        await stop();
        throw error;
      }
    },
    stop,
    kill: (name) => serviceOf(kept, name).kill(),
    restart: (name) => serviceOf(kept, name).restart(),
  };
}

async function startFirst(kept: Map<string, Kept>, name: string): Promise<void> {
  try {
    await serviceOf(kept, name).start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${name} did not start: ${reason}`, { cause: error });
  }
}

function serviceOf(kept: Map<string, Kept>, name: string): Kept {
  const service = kept.get(name);
  if (!service) throw new Error(`No service is called ${name}; there are ${[...kept.keys()].join(', ')}.`);
  return service;
}

/** Does `work` for each service as soon as it is done for those it waits for; independent ones go side by side. */
async function inOrder(
  specs: readonly ServiceSpec[],
  waitsFor: (spec: ServiceSpec) => string[],
  work: (name: string) => Promise<void>,
): Promise<void> {
  const done = new Map<string, Promise<void>>();
  const doOne = (spec: ServiceSpec): Promise<void> => {
    const known = done.get(spec.name);
    if (known) return known;
    const before = specs.filter((other) => waitsFor(spec).includes(other.name)).map(doOne);
    const promise = Promise.all(before).then(() => work(spec.name));
    done.set(spec.name, promise);
    return promise;
  };
  await Promise.all(specs.map(doOne));
}
