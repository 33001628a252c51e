/** Lists that are merged by a key of their items; all others are replaced. */
const mergeKeys = {
  containers: 'name',
  volumes: 'name',
  env: 'name',
  volumeMounts: 'mountPath',
  ports: 'containerPort',
};

/** Applies a JSON patch (add, replace, remove) in place; a path that is not there is a fault. */
export function applyPatch(manifest, operations) {
  for (const { op, path, value } of operations) {
    const keys = path
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = keys.pop();
    const parent = keys.reduce((at, key) => at?.[key], manifest);
    if (parent === undefined || (op !== 'add' && !(last in parent))) {
      throw new Error(`${manifest.kind}/${manifest.metadata.name} has no ${path} to ${op}`);
    }
    if (op === 'remove') delete parent[last];
    else parent[last] = value;
  }
}

/** Lays a manifest's spec over another's, as a strategic merge does. */
export function mergeManifest(manifest, patch) {
  manifest.spec = merge(manifest.spec, patch.spec);
}

function merge(base, over, key) {
  if (Array.isArray(over) && mergeKeys[key]) return mergeLists(base ?? [], over, mergeKeys[key]);
  if (!isObject(over) || !isObject(base)) return over;
  const merged = { ...base };
  for (const [name, value] of Object.entries(over)) merged[name] = merge(base[name], value, name);
  return merged;
}

function mergeLists(base, over, key) {
  const merged = base.map((item) => {
    const match = over.find((other) => other[key] === item[key]);
    return match ? merge(item, match) : item;
  });
  return [...over.filter((item) => !base.some((other) => other[key] === item[key])), ...merged];
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
