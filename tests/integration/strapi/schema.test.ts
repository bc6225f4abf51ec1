import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentTypes } from '@strapi/utils';
import { PROJECT_ROOT } from '#scripts/lib/project';
import { componentsOf, contentTypesOf } from '#src/platform/strapi/models';
import { isContent, STRAPI_ATTRIBUTES, STRAPI_COLUMNS, STRAPI_RELATIONS } from '#src/platform/strapi/schema';
import { tableOf } from '#src/platform/strapi/tables';
import { startedApp } from '../../support';

/** The attributes that the file of a type or component names. */
function writtenIn(...path: string[]): Set<string> {
  const file = readFileSync(join(PROJECT_ROOT, 'src', ...path), 'utf8');
  return new Set(Object.keys((JSON.parse(file) as { attributes: object }).attributes));
}

const typeFiles = readdirSync(join(PROJECT_ROOT, 'src/api'))
  .flatMap((api) =>
    readdirSync(join(PROJECT_ROOT, 'src/api', api, 'content-types')).map((type) => ({ api, type })),
  )
  .map(({ api, type }) => ({
    uid: `api::${api}.${type}`,
    written: writtenIn('api', api, 'content-types', type, 'schema.json'),
  }));

const componentFiles = readdirSync(join(PROJECT_ROOT, 'src/components')).flatMap((category) =>
  readdirSync(join(PROJECT_ROOT, 'src/components', category)).map((file) => ({
    uid: `${category}.${file.replace('.json', '')}`,
    written: writtenIn('components', category, file),
  })),
);

const added = (names: readonly string[], written: ReadonlySet<string>): string[] =>
  names.filter((name) => !written.has(name)).sort();

// Comes with a feature flag that we do not set.
const FLAGGED = contentTypes.constants.FIRST_PUBLISHED_AT_ATTRIBUTE;
const EVERYWHERE = [...STRAPI_ATTRIBUTES].filter((name) => name !== FLAGGED).sort();

describe('added-attributes: the list of the attributes that Strapi adds', () => {
  it('is asked of every content type of ours', () => {
    const uids = contentTypesOf(startedApp().strapi).map(({ uid }) => uid);
    expect(typeFiles.map(({ uid }) => uid).sort()).toEqual(uids.filter(isContent).sort());
  });

  it.each(typeFiles)('is what $uid has in the database besides those of its file', ({ uid, written }) => {
    const { attributes } = tableOf(startedApp().strapi, uid);
    expect(added(Object.keys(attributes), written)).toEqual(EVERYWHERE);
  });

  it.each(typeFiles)('is what the schema of $uid has besides those of its file', ({ uid, written }) => {
    const model = contentTypesOf(startedApp().strapi).find((type) => type.uid === uid);
    // Strapi gives ids to tables, not to schemas.
    const ids = new Set(['id', 'documentId']);
    expect(added(Object.keys(model?.attributes ?? {}), written)).toEqual(
      EVERYWHERE.filter((name) => !ids.has(name)),
    );
  });

  it.each(typeFiles)('tells columns of $uid from relations', ({ uid }) => {
    const { attributes } = tableOf(startedApp().strapi, uid);
    for (const name of STRAPI_COLUMNS) expect(attributes[name]?.columnName).toEqual(expect.any(String));
    for (const name of STRAPI_RELATIONS) expect(attributes[name]?.type).toBe('relation');
  });

  it('has every name that Strapi itself keeps a constant for', () => {
    const names = Object.entries(contentTypes.constants)
      .filter(([constant]) => constant.endsWith('_ATTRIBUTE'))
      .map(([, name]) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !STRAPI_ATTRIBUTES.has(String(name)))).toEqual([]);
  });
});

describe('added-attributes: components', () => {
  it.each(componentFiles)('$uid gets nothing added, and takes no name of that list', ({ uid, written }) => {
    const model = componentsOf(startedApp().strapi).find((component) => component.uid === uid);
    expect(added(Object.keys(model?.attributes ?? {}), written)).toEqual([]);
    expect([...written].filter((name) => STRAPI_ATTRIBUTES.has(name))).toEqual([]);
  });
});
