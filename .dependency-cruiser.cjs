/** Which file may import which: `npm run check` asks. The rooms are described in docs/architecture.md. */

// Run in production, by the server or by `npm run …` of an installation without development packages.
const { files } = require('./tsconfig.json');
const PRODUCTION = `^(config|src)/|^(${files.join('|').replaceAll('.', '\\.')})$`;

/**
 * The rooms of the house, the lowest first: a file imports from its own room and from those before it. A function that is
 * needed further down is handed in, or registered there.
 */
const ROOMS = require('./rooms.json');

const DOMAIN = ['^src/domain/', '^src/.+/domain/'];
const PANEL = ['^src/admin/', '^src/plugins/[^/]+/admin/'];
// Types that a plugin shares with its panel and with other plugins.
const CONTRACT = '^src/plugins/[^/]+/server/src/(panel-)?contract\\.ts$';

const within = (rooms) => `^(${rooms.map((room) => room.replace(/[.]/g, '\\.')).join('|')})(/|$)`;

const upwards = ROOMS.slice(0, -1).map((room, at) => ({
  name: `up-from-${room.replace(/^src\//, '').replaceAll('/', '-')}`,
  comment:
    'A room imports from lower rooms only: move the file, hand the function in, or let the higher room register it.',
  severity: 'error',
  from: { path: within([room]) },
  to: { path: within(ROOMS.slice(at + 1)) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...upwards,
    {
      name: 'no-room',
      comment: 'Each folder of src is a room: give it a place in the list above and in docs/architecture.md.',
      severity: 'error',
      from: { path: '^src/', pathNot: within(ROOMS) },
      to: {},
    },
    {
      name: 'pure-domain',
      comment: 'A rule is a pure function of rules, of words, and of the types that server and panel share.',
      severity: 'error',
      from: { path: DOMAIN },
      to: {
        path: '^(src|config|scripts|tests)/',
        pathNot: [
          ...DOMAIN,
          '^src/languages/',
          // Types only; the panel has them too.
          CONTRACT,
          // The filters of portals, pure as well: a folder of their own, so that a filter is a file (docs/extending.md).
          '^src/plugins/portal-feed/server/src/filters/',
          // Types of Strapi's schemas and pure walks over them.
          '^src/platform/strapi/schema\\.ts$',
          // What a rule of opening hours means: the same for the same rule, though both remember what they have read.
          '^src/opening-hours/(rule-reader|known-rule)\\.ts$',
        ],
      },
    },
    {
      name: 'contract-of-a-plugin',
      comment: 'Of another plugin a plugin knows the contract.',
      severity: 'error',
      from: { path: '^src/plugins/([^/]+)/' },
      to: {
        path: '^src/plugins/',
        pathNot: ['^src/plugins/$1/', CONTRACT],
      },
    },
    {
      name: 'no-server-in-the-panel',
      comment:
        'What the panel imports is sent to the browser: rules, words and types, nothing that runs on the server.',
      severity: 'error',
      from: { path: PANEL },
      to: {
        path: '^(src|config)/',
        pathNot: [...PANEL, ...DOMAIN, '^src/languages/', CONTRACT],
      },
    },
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
      // Bundled when the rest is compiled (scripts/lib/builds/browser-files.ts).
      from: { path: PRODUCTION, pathNot: '^src/(map|plugins/[^/]+)/web/' },
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
