import { LARGER_FILES, LARGER_FEATURES, LONGER_FUNCTIONS } from './exceptions';
import { longFunctions } from './long-functions';
import { CODE, FILES, isTest, read } from './repository';

const FILE_LINES_MAX = 250;
const FUNCTION_LINES_MAX = 60;
const FEATURE_FILES_MAX = 15;

/** Migrations are history: they are added, never tidied. */
const MEASURED = CODE.filter((file) => !file.includes('/db/migrations/'));

const lines = (file: string): number => read(file).trimEnd().split('\n').length;

/** What is above the limit, by name. An exception that is no longer needed, or could be smaller, is in the list as well. */
function ratchet(found: Record<string, number>, exceptions: Record<string, number>): string[] {
  const names = [...new Set([...Object.keys(found), ...Object.keys(exceptions)])].sort();
  return names.flatMap((name) => {
    const [now, allowed] = [found[name] ?? 0, exceptions[name] ?? 0];
    if (now === allowed) return [];
    if (now > allowed) return [`${name}: ${now} is too many${allowed > 0 ? `, ${allowed} were` : ''}`];
    return [`${name}: ${now} now, so lower its exception from ${allowed}${now === 0 ? ' to none' : ''}`];
  });
}

it(`files have at most ${FILE_LINES_MAX} lines`, () => {
  const found = MEASURED.map((file) => [file, lines(file)] as const).filter(([, count]) => count > FILE_LINES_MAX);
  expect(ratchet(Object.fromEntries(found), LARGER_FILES)).toEqual([]);
});

it(`functions have at most ${FUNCTION_LINES_MAX} lines`, () => {
  const found = MEASURED.filter((file) => !isTest(file)).flatMap((file) =>
    longFunctions(file, read(file), FUNCTION_LINES_MAX),
  );
  expect(ratchet(Object.fromEntries(found), LONGER_FUNCTIONS)).toEqual([]);
});

it(`features of subgraphs have at most ${FEATURE_FILES_MAX} files, tests aside`, () => {
  const counts: Record<string, number> = {};
  for (const file of FILES.filter((name) => !isTest(name))) {
    const feature = /^(subgraphs\/[a-z]+\/src\/features\/[a-z-]+)\//.exec(file)?.[1];
    if (feature) counts[feature] = (counts[feature] ?? 0) + 1;
  }
  const found = Object.entries(counts).filter(([, count]) => count > FEATURE_FILES_MAX);
  expect(ratchet(Object.fromEntries(found), LARGER_FEATURES)).toEqual([]);
});

describe('the ratchet', () => {
  it('lets nothing above the limit in, and no exception outlive its reason', () => {
    expect(ratchet({ a: 260 }, {})).toEqual(['a: 260 is too many']);
    expect(ratchet({ a: 260 }, { a: 255 })).toEqual(['a: 260 is too many, 255 were']);
    expect(ratchet({ a: 252 }, { a: 255 })).toEqual(['a: 252 now, so lower its exception from 255']);
    expect(ratchet({}, { a: 255 })).toEqual(['a: 0 now, so lower its exception from 255 to none']);
    expect(ratchet({ a: 255 }, { a: 255 })).toEqual([]);
  });

  it('measures a function from its first line to its last, and names it by its file', () => {
    const code = `const a = 1;\nexport function long() {\n${'  a();\n'.repeat(3)}}\nconst b = () => {\n${'  a();\n'.repeat(2)}};\n`;
    expect(longFunctions('x.ts', code, 4)).toEqual([['x.ts long', 5]]);
    expect(longFunctions('x.ts', code, 3)).toEqual([
      ['x.ts long', 5],
      ['x.ts b', 4],
    ]);
  });
});
