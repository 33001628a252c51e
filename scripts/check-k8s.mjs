// Holds the manifests of k8s/ against the Kubernetes API and our own rules, without a cluster or the network.
import fs from 'node:fs';
import path from 'node:path';
import { buildOverlay } from './lib/k8s/build-overlay.mjs';
import { checkRules } from './lib/k8s/check-rules.mjs';
import { checkShape } from './lib/k8s/check-shape.mjs';
import { root } from './lib/run.mjs';

process.on('uncaughtException', (error) => {
  // A kustomization that cannot be built: the sentence says all.
  console.error(error.message);
  process.exit(1);
});

const overlays = path.join(root, 'k8s/overlays');
const built = fs.readdirSync(overlays).map((name) => [name, buildOverlay(path.join(overlays, name))]);
const named = built.flatMap(([name, manifests]) => manifests.map((manifest) => [name, manifest]));
const faults = [...built.flatMap(([name, manifests]) => checkRules(name, manifests)), ...(await checkShape(named))];

for (const fault of faults) console.error(fault);
console.log(`${named.length} manifests in ${built.length} overlays, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
