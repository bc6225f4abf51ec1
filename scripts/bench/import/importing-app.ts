import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { CategoryDirectory } from '#src/import/category-directory';
import type { businessData } from '#src/import/domain/document-data';
import type { BusinessRecord } from '#src/import/domain/record';
import type { runImport } from '#src/import/run-import';
import { PROJECT_ROOT, STRAPI_DIRECTORIES } from '../../lib/project';
import { createCalmStrapi, destroyCalmly } from '../../lib/strapi-server';
import { listenUntilDisconnect } from '../listen-until-disconnect';
import { answerCalls } from '../process-calls';
import { recordMaker } from './record-at';

const BUSINESS = 'api::business.business';

/** Which records to write. */
export interface Portion {
  from: number;
  count: number;
}

interface Compiled {
  CategoryDirectory: typeof CategoryDirectory;
  businessData: typeof businessData;
  runImport: typeof runImport;
}

const DATA = join(PROJECT_ROOT, 'data');

// The compiled modules, since the application's state is in the modules it has loaded itself.
function compiled(): Compiled {
  const load = (path: string): Partial<Compiled> =>
    createRequire(__filename)(join(STRAPI_DIRECTORIES.distDir, 'src', 'import', path)) as Partial<Compiled>;
  return {
    ...load('category-directory'),
    ...load('domain/document-data'),
    ...load('run-import'),
  } as Compiled;
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - before) / 1e9;
};

async function districtIds(strapi: Core.Strapi): Promise<ReadonlyMap<string, string>> {
  const rows = (await strapi.db
    .query('api::district.district')
    .findMany({ select: ['name', 'documentId'], where: { locale: 'de' } })) as {
    name: string;
    documentId: string;
  }[];
  return new Map(rows.map(({ name, documentId }) => [name, documentId]));
}

/** As anyone would without the bulk path: create, add the other language, publish. @returns seconds */
async function oneByOne(strapi: Core.Strapi, records: readonly BusinessRecord[]): Promise<number> {
  const { CategoryDirectory: directory, businessData: dataOf } = compiled();
  const categories = await directory.open(strapi, DATA);
  const districts = await districtIds(strapi);
  const documents = strapi.documents(BUSINESS);
  return seconds(async () => {
    for (const record of records) {
      const district = districts.get(record.district ?? '');
      const references = {
        categories: await categories.ensure(record.categories),
        ...(district ? { district } : {}),
      };
      const data = (locale: 'de' | 'en') => dataOf(record, references, locale) as never;
      const { documentId } = await documents.create({ locale: 'de', data: data('de') });
      await documents.update({ documentId, locale: 'en', data: data('en') });
      await documents.publish({ documentId, locale: '*' });
    }
  });
}

/** As `npm run import` does. @returns seconds */
async function inBulk(strapi: Core.Strapi, records: readonly BusinessRecord[]): Promise<number> {
  const source = records.map((record) => ({ ok: true as const, record, notes: [] }));
  let created = 0;
  const taken = await seconds(async () => {
    const report = await compiled().runImport(strapi, 'business', source, { dataDir: DATA });
    created = report.totals.created;
  });
  if (created !== records.length) throw new Error(`${created} of ${records.length} records were created.`);
  return taken;
}

async function serveImportingApp(): Promise<void> {
  process.noDeprecation = true;
  const strapi = createCalmStrapi({ serveAdminPanel: false });
  await strapi.load();
  strapi.server.mount();
  const recordAt = recordMaker();
  const records = ({ from, count }: Portion): BusinessRecord[] =>
    Array.from({ length: count }, (_, at) => recordAt(from + at));
  answerCalls({
    oneByOne: (portion: Portion) => oneByOne(strapi, records(portion)),
    inBulk: (portion: Portion) => inBulk(strapi, records(portion)),
  });
  await listenUntilDisconnect(strapi.server.httpServer, () => destroyCalmly(strapi));
}

serveImportingApp().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
