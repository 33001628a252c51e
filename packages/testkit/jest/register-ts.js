// Lets a child process or a worker thread of a test run our TypeScript as jest does: compiled on the way, packages from their sources.
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');
const preset = require('../jest-preset');

const [[, [, options]]] = Object.entries(preset.transform);
const packages = join(__dirname, '../..');
const cache = join(packages, '../.cache/register-ts');
const resolve = Module._resolveFilename;

Module._resolveFilename = (request, ...rest) => {
  const source = request.replace(/^@adal\/([a-z]+)$/, `${packages}/$1/src/index.ts`);
  return resolve.call(Module, source, ...rest);
};
Module._extensions['.ts'] = (module, filename) => {
  module._compile(compiled(filename), filename);
};

/** What a file compiles to, remembered by what is in it: a test that starts a process again and again compiles once. */
function compiled(filename) {
  const source = readFileSync(filename, 'utf8');
  const kept = join(cache, `${createHash('sha1').update(filename).update(source).digest('hex')}.js`);
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    const { code } = transformSync(source, { ...options, filename });
    mkdirSync(cache, { recursive: true });
    // Others may be reading: it appears whole.
    writeFileSync(`${kept}.${process.pid}`, code);
    renameSync(`${kept}.${process.pid}`, kept);
    return code;
  }
}
