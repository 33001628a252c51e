/** Conditions of one statement with their numbered values. */
export interface SqlConditions {
  /** Adds a condition; `value` puts a value and answers its placeholder. */
  add(condition: (value: (value: unknown) => string) => string): void;
  /** A further list that begins with these. */
  copy(): SqlConditions;
  /** The conditions joined by "and"; "true" when there are none. */
  text(): string;
  all(): readonly string[];
  values(): unknown[];
}

/** Starts a list of conditions. */
export function sqlConditions(conditions: readonly string[] = [], values: readonly unknown[] = []): SqlConditions {
  const texts = [...conditions];
  const given = [...values];
  return {
    add: (condition) => void texts.push(condition((value) => `$${given.push(value)}`)),
    copy: () => sqlConditions(texts, given),
    text: () => texts.join(' and ') || 'true',
    all: () => texts,
    values: () => given,
  };
}
