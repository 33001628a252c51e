import { CODE, FILES, filesLike, isTest, read } from './repository';

const OURS = CODE.filter((file) => !file.startsWith('packages/tidy/'));

const matching = (files: readonly string[], pattern: RegExp): string[] =>
  files.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );

it('nothing is left for later in the code', () => {
  expect(matching(OURS, /\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
});

it('no test is skipped, singled out or only planned', () => {
  expect(
    matching(OURS.filter(isTest), /\b(it|test|describe)\.(skip|only|todo|fixme)\b|\b(xit|xdescribe|fit|fdescribe)\(/),
  ).toEqual([]);
});

it('the compiler is not told to look away', () => {
  expect(matching(OURS, /@ts-(ignore|nocheck)|eslint-disable(?!-next-line [\w@/-]+ -- \S)/)).toEqual([]);
});

it('nothing is called common, utils, helpers or misc', () => {
  expect(FILES.filter((file) => /(^|\/)(commons?|utils?|helpers?|misc|shared)(\/|\.[a-z]+$)/.test(file))).toEqual([]);
});

it('files and folders are kebab-case', () => {
  const odd = filesLike(/^(packages|subgraphs|gateway|web\/src|scripts|e2e|bench)\/.*\.(ts|tsx|mjs|graphql)$/).filter(
    (file) => !/^([a-z0-9.-]+|\[[a-zA-Z.]+\]|\([a-z]+\)|\/)+$/.test(file),
  );
  expect(odd).toEqual([]);
});

it('services log through their logger', () => {
  const services = OURS.filter((file) => /^(subgraphs|gateway)\//.test(file) && !isTest(file));
  expect(matching(services, /\bconsole\./)).toEqual([]);
});
