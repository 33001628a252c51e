const { removeOwn } = require('../src/throwaway.ts');

module.exports = async () => {
  await globalThis.adalTestPostgres?.stop();
  removeOwn();
};
