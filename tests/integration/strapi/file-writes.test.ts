import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { PROJECT_ROOT } from '#scripts/lib/project';
import { FILE_WRITES, onFileWrites, type FileWrite } from '#src/platform/strapi/patches/file-writes';
import { createAdmin, request, startedApp } from '../../support';

interface Stored {
  id: number;
  name: string;
}

// Functions that read files, concern settings, or exist for Strapi's own tests.
const OTHERS = [
  ...['formatFileInfo', 'findOne', 'findMany', 'findPage', 'findAndCountPage'],
  ...['getSettings', 'setSettings', 'getConfiguration', 'setConfiguration'],
  ...['_uploadImage', '_replaceImage', '_queueConcurrentOperation'],
];

const service = (): Record<string, unknown> => startedApp().strapi.plugin('upload').service('upload');

const seen: (Pick<FileWrite, 'action'> & { id: unknown; incoming: number })[] = [];
let token: string;

/** The writes observed while a request was answered. */
async function writesOf(path: string, options: object): Promise<typeof seen> {
  seen.length = 0;
  const { status, text } = await request(path, { token, ...options });
  if (status >= 300) throw new Error(text);
  return [...seen];
}

async function form(fileInfo: object = {}): Promise<FormData> {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
  const data = new FormData();
  data.append('fileInfo', JSON.stringify(fileInfo));
  data.append('files', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'laden.png');
  return data;
}

async function stored(fileInfo: object = {}): Promise<Stored> {
  const { body, text } = await request<Stored[]>('/upload', { token, body: await form(fileInfo) });
  const [file] = body;
  if (!file) throw new Error(text);
  return file;
}

beforeAll(async () => {
  token = (await createAdmin()).token;
  onFileWrites(startedApp().strapi, [
    {
      name: 'noting',
      around(_strapi, { action, file, incoming }, next) {
        seen.push({ action, id: file?.id, incoming: incoming.length });
        return next();
      },
    },
  ]);
});

describe('file-writes: Strapi’s service of files', () => {
  it('has the functions that we wrap, and no others that write', () => {
    expect(Object.keys(service()).sort()).toEqual([...FILE_WRITES, ...OTHERS].sort());
  });

  it('is the only place where the plugin writes files', () => {
    const folder = join(PROJECT_ROOT, 'node_modules/@strapi/upload/dist/server');
    const write =
      /(?:query\((?:constants\.)?(?:FILE_MODEL_UID|'plugin::upload\.file')\)\s*\.)(?:create|update|delete)\w*/g;
    const writes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) =>
        [...readFileSync(join(folder, file), 'utf8').matchAll(write)].map(([call]) => [
          file,
          call.split('.').at(-1),
        ]),
      );
    const home = join('services', 'upload.js');
    expect(writes).toEqual([
      [home, 'update'],
      [home, 'create'],
      [home, 'delete'],
    ]);
  });

  it.each(FILE_WRITES)('ends the start if it has no %s()', (name) => {
    const without = { plugin: () => ({ service: () => ({ ...service(), [name]: undefined }) }) };
    expect(() => onFileWrites(without as never, [])).toThrow(`no ${name}()`);
  });
});

describe('file-writes: every route of the media library goes through the steps', () => {
  it('that takes a file', async () => {
    expect(await writesOf('/upload', { body: await form() })).toEqual([
      { action: 'upload', id: undefined, incoming: 1 },
    ]);
  });

  it('that replaces one', async () => {
    const { id } = await stored();
    expect(await writesOf(`/upload?id=${id}`, { body: await form() })).toEqual([
      { action: 'replace', id, incoming: 1 },
    ]);
  });

  it('that describes one', async () => {
    const { id } = await stored();
    const data = new FormData();
    data.append('fileInfo', JSON.stringify({ alternativeText: 'Ein Laden' }));
    expect(await writesOf(`/upload?id=${id}`, { body: data })).toEqual([
      { action: 'update', id, incoming: 0 },
    ]);
  });

  it('that describes several', async () => {
    const [one, two] = [await stored(), await stored()];
    const updates = [one, two].map(({ id }) => ({ id, fileInfo: { alternativeText: 'Ein Laden' } }));
    const writes = await writesOf('/upload/actions/bulk-update', { body: { updates } });
    // Strapi writes them concurrently.
    expect(writes.map(({ action, id }) => `${action} ${String(id)}`).sort()).toEqual(
      [one, two].map(({ id }) => `update ${id}`).sort(),
    );
  });

  it('that deletes one', async () => {
    const { id } = await stored();
    expect(await writesOf(`/upload/files/${id}`, { method: 'DELETE' })).toEqual([
      { action: 'remove', id, incoming: 0 },
    ]);
  });

  it('that deletes several, with their folder too', async () => {
    const folder = await request<{ data: { id: number } }>('/upload/folders', {
      token,
      body: { name: 'Alt', parent: null },
    });
    const [one, inside] = [await stored(), await stored({ folder: folder.body.data.id })];
    const body = { fileIds: [one.id], folderIds: [folder.body.data.id] };
    const writes = await writesOf('/upload/actions/bulk-delete', { body });
    expect(writes.map(({ action, id }) => `${action} ${String(id)}`).sort()).toEqual(
      [one, inside].map(({ id }) => `remove ${id}`).sort(),
    );
  });
});
