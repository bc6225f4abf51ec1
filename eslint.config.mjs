import js from '@eslint/js';
import tseslint from 'typescript-eslint';

// domain/ holds pure rules: no Strapi, no I/O, no clock (house style 2).
const PURE_MODULES = [
  '@strapi/*',
  'pg',
  'pg-boss',
  'fs',
  'fs/*',
  'node:fs',
  'node:fs/*',
  'http',
  'node:http',
  'node:net',
];

// Rooms have names (docs/adr/0059).
const CLIMBING = {
  regex: '^(\\.\\./){3}(?!.*\\.json$)',
  message: 'Import another room by its name: #src/…, #scripts/…, #tests/…',
};

// What is replaced of Strapi lies in one folder (docs/adr/0055).
const REPLACED_FUNCTION = {
  selector:
    "AssignmentExpression[left.type='MemberExpression'][left.object.type!='ThisExpression'][right.type=/^(Arrow)?FunctionExpression$/]",
  message: 'A function of somebody else is replaced in src/platform/strapi/patches only.',
};

export default tseslint.config(
  {
    ignores: [
      'dist',
      'build',
      '.cache',
      '.data',
      '.strapi',
      'types/generated',
      'tests/clients/.work-*',
      'packages/client/dist',
      'packages/client/src/generated',
      'node_modules',
      'public',
      'coverage',
      'src/plugins/*/strapi-server.js',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.tools.json', './tsconfig.admin.json', './packages/client/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-control-regex': 'off',
      'no-restricted-imports': ['error', { patterns: [CLIMBING] }],
      'no-restricted-properties': [
        'error',
        {
          object: 'URL',
          property: 'canParse',
          message:
            'In Node 20 and 22 it refuses umlauts once it is warm: parseUrl (src/domain/parse-url.ts).',
        },
      ],
      eqeqeq: ['error', 'smart'],
    },
  },
  {
    // One middleware before the document service, whose steps stand in one list (docs/adr/0051).
    files: ['src/**/*.ts'],
    ignores: [
      'src/writing/pipeline.ts',
      'src/platform/strapi/patches/*.ts',
      // The panel changes what its own patches hand it.
      'src/admin/**',
      'src/plugins/*/admin/**',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='use'][callee.object.property.name='documents']",
          message: 'Add a step to the pipeline of a write instead (src/writing/pipeline.ts).',
        },
        REPLACED_FUNCTION,
      ],
    },
  },
  {
    files: ['src/**/domain/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [CLIMBING, { group: PURE_MODULES, message: 'domain/ is pure: no Strapi, no I/O.' }] },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'strapi', message: 'domain/ is pure: no Strapi.' },
        { name: 'fetch', message: 'domain/ is pure: no I/O.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'domain/ has no clock: take the time as a parameter.',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'domain/ has no clock: take the time as a parameter.',
        },
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'domain/ reads no environment.',
        },
      ],
    },
  },
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    ...tseslint.configs.disableTypeChecked,
    rules: { ...tseslint.configs.disableTypeChecked.rules, '@typescript-eslint/no-require-imports': 'off' },
    languageOptions: {
      ...tseslint.configs.disableTypeChecked.languageOptions,
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'readonly',
        require: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        Buffer: 'readonly',
        performance: 'readonly',
        fetch: 'readonly',
        __dirname: 'readonly',
        strapi: 'readonly',
      },
    },
  },
);
