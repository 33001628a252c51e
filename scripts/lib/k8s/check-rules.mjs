// Our own rules for manifests: what the Kubernetes API allows and an operator would regret.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../run.mjs';
import { containersOf } from './build-overlay.mjs';

/** Sentences about what is wrong in one built overlay; none when nothing is. */
export function checkRules(overlay, manifests) {
  const faults = [];
  const report = (manifest, sentence) => faults.push(`${overlay} ${titleOf(manifest)}: ${sentence}`);
  const seen = new Set();
  for (const manifest of manifests) {
    if (seen.has(titleOf(manifest))) report(manifest, 'is there twice');
    seen.add(titleOf(manifest));
    if (isWorkload(manifest)) checkWorkload(manifest, manifests, report);
    checks[manifest.kind]?.(manifest, manifests, report);
  }
  return faults;
}

const checks = {
  Service: (service, manifests, report) => {
    const targets = manifests.filter(
      (manifest) => isWorkload(manifest) && selects(service.spec.selector, labelsOf(manifest)),
    );
    if (targets.length === 0) report(service, 'selects no pods');
    const names = targets.flatMap(containersOf).flatMap(({ ports = [] }) => ports.map(({ name }) => name));
    for (const { targetPort } of service.spec.ports) {
      if (!names.includes(targetPort)) report(service, `no container has a port called ${targetPort}`);
    }
  },
  HorizontalPodAutoscaler: (autoscaler, manifests, report) => {
    const { kind, name } = autoscaler.spec.scaleTargetRef;
    const target = manifests.find((manifest) => manifest.kind === kind && manifest.metadata.name === name);
    if (!target) report(autoscaler, `scales ${kind}/${name}, which is not there`);
    else if ('replicas' in target.spec)
      report(target, 'has replicas and an autoscaler: each apply would undo the other');
    if (autoscaler.spec.minReplicas > autoscaler.spec.maxReplicas)
      report(autoscaler, 'has a minimum above its maximum');
  },
  PodDisruptionBudget: (budget, manifests, report) => {
    if (!podLabels(manifests).some((labels) => selects(budget.spec.selector.matchLabels, labels)))
      report(budget, 'selects no pods');
  },
  NetworkPolicy: (policy, manifests, report) => {
    const peers = [...(policy.spec.ingress ?? []), ...(policy.spec.egress ?? [])].flatMap(
      ({ from, to }) => from ?? to ?? [],
    );
    const selectors = [policy.spec.podSelector, ...peers.map(({ podSelector }) => podSelector)].filter(Boolean);
    for (const { matchLabels } of selectors) {
      if (matchLabels && !podLabels(manifests).some((labels) => selects(matchLabels, labels))) {
        report(policy, `no pod has the labels ${JSON.stringify(matchLabels)}`);
      }
    }
  },
  Ingress: (ingress, manifests, report) => {
    for (const { backend } of ingress.spec.rules.flatMap(({ http }) => http.paths)) {
      const { name, port } = backend.service;
      const service = manifests.find((manifest) => manifest.kind === 'Service' && manifest.metadata.name === name);
      if (!service?.spec.ports.some((candidate) => candidate.name === port.name))
        report(ingress, `no service ${name} with a port ${port.name}`);
    }
  },
  Database: (database, manifests, report) => {
    const cluster = manifests.find(
      (manifest) => manifest.kind === 'Cluster' && manifest.metadata.name === database.spec.cluster.name,
    );
    if (!cluster?.spec.managed.roles.some(({ name }) => name === database.spec.owner))
      report(database, `no role ${database.spec.owner}`);
  },
};

function checkWorkload(manifest, manifests, report) {
  const { spec } = manifest;
  if (!selects(spec.selector.matchLabels, labelsOf(manifest))) report(manifest, 'does not select its own pods');
  if (!spec.template.spec.securityContext?.runAsNonRoot) report(manifest, 'may run as root');
  const budget = manifests.some(
    ({ kind, spec: other }) =>
      kind === 'PodDisruptionBudget' && selects(other.selector.matchLabels, labelsOf(manifest)),
  );
  if (!budget && spec.replicas !== 1) report(manifest, 'has no PodDisruptionBudget');
  for (const container of containersOf(manifest)) checkContainer(manifest, container, report);
  checkReferences(manifest, manifests, report);
}

function checkContainer(manifest, { name, image, resources, securityContext, ...probes }, report) {
  const [, tag] = image.split('/').pop().split(':');
  if (!tag || tag === 'latest') report(manifest, `${name}: the image ${image} has no tag that stands still`);
  for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
    if (!probes[probe]) report(manifest, `${name} has no ${probe}`);
  }
  const { requests, limits } = resources ?? {};
  if (!requests?.cpu || !requests.memory || !limits?.memory)
    report(manifest, `${name} does not say what it needs and may use`);
  if (!securityContext?.readOnlyRootFilesystem || securityContext.allowPrivilegeEscalation !== false) {
    report(manifest, `${name} is not confined`);
  }
}

/** What a pod refers to is there: config maps, documented secrets, and settings that its service reads. */
function checkReferences(manifest, manifests, report) {
  const readme = fs.readFileSync(path.join(root, 'k8s/README.md'), 'utf8');
  const maps = manifests.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata }) => metadata.name);
  const wanted = [
    ...containersOf(manifest).flatMap(({ envFrom = [] }) => envFrom.map(({ configMapRef }) => configMapRef?.name)),
    ...(manifest.spec.template.spec.volumes ?? []).map(({ configMap }) => configMap?.name),
  ].filter(Boolean);
  for (const name of wanted.filter((candidate) => !maps.includes(candidate)))
    report(manifest, `no ConfigMap is called ${name}`);
  const env = containersOf(manifest).flatMap((container) => container.env ?? []);
  for (const { name, value, valueFrom } of env) {
    const secret = valueFrom?.secretKeyRef?.name;
    if (secret && !readme.includes(`\`${secret}\``))
      report(manifest, `k8s/README.md does not say how to make the Secret ${secret}`);
    const usedInside = env.some((other) => other.value?.includes(`$(${name})`));
    const settings = settingsOf(manifest.metadata.name);
    if (settings && !usedInside && !settings.includes(name)) report(manifest, `nothing reads the setting ${name}`);
    for (const [, used] of (value ?? '').matchAll(/\$\((\w+)\)/g)) {
      if (!env.some((other) => other.name === used)) report(manifest, `${name} refers to ${used}, which is not set`);
    }
  }
}

/** The text that reads a service's settings; null for what is not ours. */
function settingsOf(service) {
  const own = [`subgraphs/${service}/src/config.ts`, `${service}/src/config.ts`]
    .map((file) => path.join(root, file))
    .find((file) => fs.existsSync(file));
  if (!own) return null;
  const shared = path.join(root, 'packages/service/src/config.ts');
  // Next's server reads where to listen by itself.
  return `${fs.readFileSync(own, 'utf8')} ${fs.readFileSync(shared, 'utf8')} ${service === 'web' ? 'HOSTNAME' : ''}`;
}

function isWorkload({ kind }) {
  return ['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind);
}

function labelsOf(manifest) {
  return manifest.spec.template.metadata.labels;
}

/** Labels of all pods, those that the Postgres operator makes included. */
function podLabels(manifests) {
  const clusters = manifests
    .filter(({ kind }) => kind === 'Cluster')
    .map(({ metadata }) => ({ 'cnpg.io/cluster': metadata.name }));
  return [...manifests.filter(isWorkload).map(labelsOf), ...clusters];
}

function selects(selector, labels) {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

function titleOf({ kind, metadata }) {
  return `${kind}/${metadata.name}`;
}
