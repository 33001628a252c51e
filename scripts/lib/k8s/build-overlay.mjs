// Builds a kustomization as kustomize would, for the part of kustomize that k8s/ uses, so that the manifests can be
// checked on a machine that has neither kustomize nor a cluster. What it does not know it refuses.
import fs from 'node:fs';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { applyPatch, mergeManifest } from './patch.mjs';

const known = new Set([
  ...['apiVersion', 'kind', 'resources', 'namespace', 'labels'],
  ...['configMapGenerator', 'images', 'patches'],
]);
const withoutNamespace = new Set(['Namespace']);

/** The manifests of a folder with a kustomization.yaml. */
export function buildOverlay(folder) {
  const file = path.join(folder, 'kustomization.yaml');
  const kustomization = parse(read(file));
  for (const key of Object.keys(kustomization)) {
    if (!known.has(key)) throw new Error(`${file}: ${key} is not understood here`);
  }
  const manifests = kustomization.resources.flatMap((resource) => load(path.join(folder, resource)));
  for (const generator of kustomization.configMapGenerator ?? []) generateConfigMap(manifests, generator, folder);
  for (const patch of kustomization.patches ?? []) patchTargets(manifests, patch, folder);
  for (const { pairs, includeTemplates } of kustomization.labels ?? []) label(manifests, pairs, includeTemplates);
  for (const image of kustomization.images ?? []) retag(manifests, image, file);
  for (const manifest of manifests) {
    const { namespace } = kustomization;
    if (namespace && !withoutNamespace.has(manifest.kind)) manifest.metadata.namespace = namespace;
    if (namespace && manifest.kind === 'Namespace') manifest.metadata.name = namespace;
  }
  return manifests;
}

/** Every container of a manifest's pods. */
export function containersOf(manifest) {
  const pod = manifest.spec?.template?.spec;
  return [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])];
}

function load(target) {
  if (fs.statSync(target).isDirectory()) return buildOverlay(target);
  return parseAllDocuments(read(target)).map((document) => {
    if (document.errors.length > 0) throw new Error(`${target}: ${document.errors[0].message}`);
    return document.toJS();
  });
}

function generateConfigMap(manifests, { name, behavior = 'create', literals = [], files = [] }, folder) {
  const data = Object.fromEntries([
    ...literals.map((literal) => [literal.slice(0, literal.indexOf('=')), literal.slice(literal.indexOf('=') + 1)]),
    ...files.map((file) => [path.basename(file), read(path.join(folder, file))]),
  ]);
  const existing = manifests.find((manifest) => manifest.kind === 'ConfigMap' && manifest.metadata.name === name);
  if ((behavior === 'merge') !== Boolean(existing)) throw new Error(`${folder}: nothing to ${behavior} as ${name}`);
  if (existing) Object.assign(existing.data, data);
  else manifests.push({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
}

function patchTargets(manifests, { path: file, patch, target }, folder) {
  const content = parse(file ? read(path.join(folder, file)) : patch);
  const targets = manifests.filter((manifest) => isTarget(manifest, target));
  if (targets.length === 0) throw new Error(`${folder}: a patch has no target: ${JSON.stringify(target)}`);
  for (const manifest of targets) {
    if (Array.isArray(content)) applyPatch(manifest, content);
    else mergeManifest(manifest, content);
  }
}

function isTarget({ kind, metadata }, target) {
  if (target.kind && target.kind !== kind) return false;
  if (target.name && !new RegExp(`^(?:${target.name})$`).test(metadata.name)) return false;
  return (target.labelSelector ?? '')
    .split(',')
    .filter(Boolean)
    .every((pair) => metadata.labels?.[pair.split('=')[0]] === pair.split('=')[1]);
}

function label(manifests, pairs, includeTemplates) {
  for (const manifest of manifests) {
    manifest.metadata.labels = { ...manifest.metadata.labels, ...pairs };
    const template = manifest.spec?.template;
    if (includeTemplates && template) template.metadata.labels = { ...template.metadata.labels, ...pairs };
    for (const claim of (includeTemplates && manifest.spec?.volumeClaimTemplates) || []) {
      claim.metadata.labels = { ...claim.metadata.labels, ...pairs };
    }
  }
}

function retag(manifests, { name, newName = name, newTag }, file) {
  const containers = manifests.flatMap(containersOf).filter(({ image }) => image.split(':')[0] === name);
  if (containers.length === 0) throw new Error(`${file}: no container has the image ${name}`);
  for (const container of containers) container.image = `${newName}:${newTag ?? container.image.split(':')[1]}`;
}

function read(file) {
  return fs.readFileSync(file, 'utf8');
}
