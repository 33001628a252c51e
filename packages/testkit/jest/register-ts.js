// Lets a child process or a worker thread of a test run our TypeScript as jest does: compiled on the way, packages from their sources.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');
const preset = require('../jest-preset');

const [[, [, options]]] = Object.entries(preset.transform);
const packages = join(__dirname, '../..');
const resolve = Module._resolveFilename;

Module._resolveFilename = (request, ...rest) => {
  const source = request.replace(/^@adal\/([a-z]+)$/, `${packages}/$1/src/index.ts`);
  return resolve.call(Module, source, ...rest);
};
Module._extensions['.ts'] = (module, filename) => {
  module._compile(transformSync(readFileSync(filename, 'utf8'), { ...options, filename }).code, filename);
};
