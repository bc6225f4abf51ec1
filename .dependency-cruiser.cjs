/** Which file may import which: `npm run check` asks. The rooms are described in docs/architecture.md. */

// Run in production, by the server or by `npm run …` of an installation without development packages.
const { files } = require('./tsconfig.json');
const PRODUCTION = `^(config|src)/|^(${files.join('|').replaceAll('.', '\\.')})$`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Two files that import each other are one story told in two places.',
      severity: 'error',
      from: { pathNot: '^node_modules' },
      to: { circular: true },
    },
    {
      name: 'known-room',
      comment: 'What is not found is not looked at by the other rules (docs/adr/0059).',
      severity: 'error',
      from: {},
      to: { path: '^#', couldNotResolve: true },
    },
    {
      name: 'patches-know-strapi-only',
      comment: 'A patch takes what shall happen as a parameter (docs/adr/0055).',
      severity: 'error',
      from: { path: '^src/(platform|admin)/strapi/patches/' },
      to: { pathNot: '^(src/(platform|admin)/strapi|node_modules|@strapi)/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'no-development-package',
      comment: 'An installation has no development packages (docs/operations.md).',
      severity: 'error',
      from: { path: PRODUCTION },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache)/' },
    tsConfig: { fileName: 'tsconfig.tools.json' },
    tsPreCompilationDeps: true,
  },
};
