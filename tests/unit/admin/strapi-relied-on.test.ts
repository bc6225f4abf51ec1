import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#scripts/lib/project';

// What our part of the panel relies on in Strapi's, which does not load without a browser: read off its source. The
// end-to-end tests go through it. Each name begins with the row of docs/strapi.md.

const strapi = (file: string): string =>
  readFileSync(join(PROJECT_ROOT, 'node_modules/@strapi', file), 'utf8');
const own = (file: string): string => readFileSync(join(PROJECT_ROOT, 'src', file), 'utf8');

const HOOKS = 'content-manager/dist/admin/constants/hooks.js';

it.each([
  ['list-texts: columns', 'admin/list-texts.tsx', 'INJECT_COLUMN_IN_TABLE'],
  ['list-texts: filters', 'admin/list-texts.tsx', 'INJECT_LIST_VIEW_FILTERS'],
  ['menu-order: collections', 'admin/menu-order.ts', 'MUTATE_COLLECTION_TYPES_LINKS'],
  ['menu-order: single types', 'admin/menu-order.ts', 'MUTATE_SINGLE_TYPES_LINKS'],
  ['form-layouts: help texts', 'admin/help-texts.ts', 'MUTATE_EDIT_VIEW_LAYOUT'],
])('%s are changed by a hook of Strapi’s', (_row, file, constant) => {
  const [, name = 'none'] = new RegExp(`${constant}: '([^']+)'`).exec(strapi(HOOKS)) ?? [];
  expect(own(file)).toContain(`'${name}'`);
});

it('list-texts: languages are a column of its own, which i18n adds', () => {
  expect(strapi('i18n/dist/admin/contentManagerHooks/listView.js')).toContain("name: 'locales'");
});

it('menu-order: links are handed to the hooks by these names, and shown by title', () => {
  const source = strapi('content-manager/dist/admin/hooks/useContentManagerInitData.js');
  expect(source).toMatch(/\{ ctLinks \} = runHookWaterfall\(MUTATE_COLLECTION_TYPES_LINKS, \{\s*ctLinks: /);
  expect(source).toMatch(/\{ stLinks \} = runHookWaterfall\(MUTATE_SINGLE_TYPES_LINKS, \{\s*stLinks: /);
});

it('server-address: the panel keeps the address of its server in the window', () => {
  expect(strapi('admin/dist/admin/admin/src/render.js')).toMatch(/window\.strapi = \{[^}]*backendURL: /);
});

it('browser-storage: the language and the banner are kept under these keys', () => {
  const [, language] =
    /LANGUAGE_LOCAL_STORAGE_KEY = '([^']+)'/.exec(strapi('admin/dist/admin/admin/src/reducer.js')) ?? [];
  expect(own('admin/local-storage.ts')).toContain(`'${language}'`);
  const [, banner] =
    /`(STRAPI_MEDIA_LIBRARY_\w+)\$\{isLegacyMediaLibrary\}`/.exec(
      strapi('admin/dist/admin/admin/src/components/MediaLibraryBanner.js'),
    ) ?? [];
  expect(own('admin/local-storage.ts')).toContain(`'${banner}false:`);
  expect(strapi('admin/dist/admin/admin/src/hooks/usePersistentState.js')).toContain('`${key}:${uuid}`');
});

it('entry-addresses: an entry has its page where our links lead', () => {
  expect(strapi('content-manager/dist/admin/router.js')).toContain("path: ':collectionType/:slug/:id'");
  expect(strapi('content-manager/dist/admin/router.js')).toContain(
    '`/content-manager/collection-types/:slug`',
  );
});
