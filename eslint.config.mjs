import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const derived = ['node_modules', 'dist', '.next', '.data', '.cache', 'generated', 'test-results'];

// Services compile without their tests; for reading, one program sees them all.
const projects = ['tsconfig.all.json', 'web/tsconfig.json', 'bench/tsconfig.json'];

export default tseslint.config(
  { ignores: [...derived.map((folder) => `**/${folder}/**`), '**/*.d.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: { globals: nodeGlobals() },
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: projects, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Neither has a place to stand: what comes from outside is parsed, what may be missing is checked.
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // A handler typed () => void may be async; its own errors are its own business.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      // An interface may promise what an implementation has at hand.
      '@typescript-eslint/require-await': 'off',
      // Our objects are made of functions, not of methods that need "this".
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // Configurations of tools are outside the projects that compile.
    files: ['**/*.config.ts', '**/codegen.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { project: false } },
  },
  {
    // Tests read answers of servers as they come.
    files: ['**/*.test.{ts,tsx}', '**/test/**', 'e2e/**'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);

function nodeGlobals() {
  const names = [
    'console',
    'process',
    'Buffer',
    'URL',
    'fetch',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
  ];
  const commonjs = ['require', 'module', 'exports', '__dirname', '__filename'];
  return Object.fromEntries([...names, ...commonjs].map((name) => [name, 'readonly']));
}
