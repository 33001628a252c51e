import type { ParameterValue } from './analytics-store';

/** Binds a value of a ClickHouse type; answers its placeholder. Equal values have one. */
export type Bind = (type: string, value: ParameterValue) => string;

/** Parameters of a statement, as they are bound. */
export interface Binder {
  readonly bind: Bind;
  readonly parameters: Record<string, ParameterValue>;
}

export function binder(): Binder {
  const parameters: Record<string, ParameterValue> = {};
  const known = new Map<string, string>();
  const bind: Bind = (type, value) => {
    const key = JSON.stringify([type, value]);
    const name = known.get(key) ?? `p${known.size}`;
    known.set(key, name);
    parameters[name] = value;
    return `{${name}:${type}}`;
  };
  return { bind, parameters };
}
