import { filesLike, read } from './repository';

type Manifest = Partial<Record<'dependencies' | 'devDependencies' | 'overrides', Record<string, string>>>;

const manifests = filesLike(/^(|packages\/[a-z]+\/|subgraphs\/[a-z]+\/|gateway\/|web\/)package\.json$/);
const entries = manifests.flatMap((file) => {
  const { dependencies, devDependencies, overrides } = JSON.parse(read(file)) as Manifest;
  return Object.entries({ ...dependencies, ...devDependencies, ...overrides }).map(([name, version]) => ({
    file,
    name,
    version,
  }));
});

it('dependencies are pinned to one version', () => {
  expect(entries.filter(({ version }) => !/^\d+\.\d+\.\d+[a-z0-9.-]*$/.test(version))).toEqual([]);
});

it('a dependency has the same version wherever it is used', () => {
  const versions = new Map<string, Set<string>>();
  for (const { name, version } of entries) versions.set(name, (versions.get(name) ?? new Set()).add(version));
  expect([...versions].filter(([, found]) => found.size > 1).map(([name, found]) => [name, ...found])).toEqual([]);
});
