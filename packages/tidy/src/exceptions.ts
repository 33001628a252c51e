/** Files above 250 lines, with how many they have. Only ever lowered. */
export const LARGER_FILES: Record<string, number> = {};

/** Functions above 60 lines, as "<file> <name>". Only ever lowered. */
export const LONGER_FUNCTIONS: Record<string, number> = {
  'packages/local/src/keep-alive.ts keepAlive': 63,
};

/** Features above 15 files. Only ever lowered. */
export const LARGER_FEATURES: Record<string, number> = {
  'subgraphs/members/src/features/profiles': 16,
};
