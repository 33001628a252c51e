import { FILES, filesLike, read } from './repository';

const packages = filesLike(/^(packages|subgraphs)\/[a-z]+\/package\.json$/)
  .concat('gateway/package.json', 'web/package.json')
  .map((file) => file.replace('/package.json', ''));

it.each(packages)('%s has a README that says what it promises', (folder) => {
  expect(FILES).toContain(`${folder}/README.md`);
  expect(read(`${folder}/README.md`)).toMatch(/^# .+\n\n\S.{30,}/);
});

describe.each([
  ...new Set(filesLike(/(^|\/)docs\/adr\/\d.*\.md$/).map((file) => file.slice(0, file.lastIndexOf('/')))),
])('%s', (folder) => {
  const decisions = filesLike(/\.md$/).filter((file) => file.startsWith(`${folder}/`) && !file.endsWith('README.md'));

  it('numbers its decisions once each, without gaps', () => {
    const numbers = decisions.map((file) => Number(/\/(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1]));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it.each(decisions)('%s says what was decided, what was not, and how we would know it was wrong', (file) => {
    const text = read(file);
    expect(text).toMatch(/^# \S/);
    expect(text).toMatch(/reject/i);
    expect(text).toMatch(/wrong/i);
  });
});

it('gives every glossary a place on the map', () => {
  const map = read('CONTEXT-MAP.md');
  const glossaries = filesLike(/(^|\/)CONTEXT\.md$/);
  expect(glossaries.filter((file) => !map.includes(file))).toEqual([]);
});

it('links only to files that are there', () => {
  const broken = filesLike(/\.md$/).flatMap((file) =>
    [...read(file).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
      .map(([, target]) => new URL(target ?? '', `file:///${file}`).pathname.slice(1))
      .filter((target) => !FILES.some((known) => known === target || known.startsWith(`${target.replace(/\/$/, '')}/`)))
      .map((target) => `${file} → ${target}`),
  );
  expect(broken).toEqual([]);
});
