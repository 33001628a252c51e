// Holds manifests against the Kubernetes API: its own validators for values, and its types for names, because the
// validators let a misspelt field pass.
import path from 'node:path';
import ts from 'typescript';
import { root } from '../run.mjs';

const cloudNativePg = 'postgresql.cnpg.io/v1';
const prometheus = 'monitoring.coreos.com/v1';

/** Sentences about what is wrong; none when nothing is. `named` is a list of [overlay, manifest]. */
export async function checkShape(named) {
  const faults = [];
  for (const [overlay, manifest] of named) faults.push(...(await valueFaults(overlay, manifest)));
  return [...faults, ...nameFaults(named)];
}

function moduleOf({ apiVersion, kind }) {
  if (apiVersion === cloudNativePg) return path.join(root, 'scripts/lib/k8s/cloudnative-pg');
  const home = apiVersion === prometheus ? '@kubernetes-models/prometheus-operator' : 'kubernetes-models';
  return `${home}/${apiVersion}/${kind}`;
}

async function valueFaults(overlay, manifest) {
  if (manifest.apiVersion === cloudNativePg) return [];
  try {
    const models = await import(moduleOf(manifest));
    new models[manifest.kind](manifest).validate();
    return [];
  } catch (error) {
    return [`${titleOf(overlay, manifest)}: ${error.message}`];
  }
}

function nameFaults(named) {
  const lines = named.map(
    ([, manifest], index) =>
      `export const m${index}: import('${moduleOf(manifest)}').I${manifest.kind} = ${JSON.stringify(manifest)};`,
  );
  const file = path.join(root, 'manifests.ts');
  const options = { noEmit: true, strict: true, skipLibCheck: true, types: [], module: ts.ModuleKind.Node20 };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, lines.join('\n'), rest[0]) : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const line = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0;
    return `${titleOf(...named[line])}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ').slice(0, 300)}`;
  });
}

function titleOf(overlay, { kind, metadata }) {
  return `${overlay} ${kind}/${metadata.name}`;
}
