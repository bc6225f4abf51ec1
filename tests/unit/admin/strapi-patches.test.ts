import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#scripts/lib/project';
import { speakPanelLanguage } from '#src/admin/strapi/patches/fetch';

const MODULES = '../../../node_modules';

// All of Strapi's panel does not load without a browser; what it defines its endpoints on does.
jest.mock('@strapi/admin/strapi-admin', () => mockPanel(), { virtual: true });
jest.mock('@strapi/strapi/admin', () => mockPanel(), { virtual: true });
function mockPanel(): object {
  return jest.requireActual('../../../node_modules/@strapi/admin/dist/admin/admin/src/services/api.js');
}

// Written for the browser, whose types are not those of the tests.
interface Panel {
  wrapActions<Action>(
    app: object,
    place: string,
    around: (original: Action) => Action,
    types: readonly string[],
  ): void;
  changeEndpoints<Endpoint>(changes: Record<string, (endpoint: Endpoint) => void>): void;
  showOwnTitle(page: object): void;
}
const panel = (): Panel => jest.requireActual<Panel>('#src/admin/strapi/patches/index');
const keepEndpoints = (): void =>
  jest
    .requireActual<{ keepEndpoints(): void }>('#src/plugins/moderation/admin/src/form/keep-endpoints')
    .keepEndpoints();

const sourceOf = (file: string): string =>
  readFileSync(join(PROJECT_ROOT, 'node_modules/@strapi', file), 'utf8');

const complaints: string[] = [];
beforeEach(() => {
  complaints.length = 0;
  jest
    .spyOn(console, 'error')
    .mockImplementation((sentence: string) => complaints.push(sentence) && undefined);
});
afterEach(() => jest.restoreAllMocks());

describe('content-manager-actions: Strapi’s own actions', () => {
  const EDIT = 'content-manager/dist/admin/pages/EditView/components';
  const LIST = 'content-manager/dist/admin/pages/ListView/components/BulkActions';

  it.each([
    [`${EDIT}/DocumentActions.js`, 'publish'],
    [`${EDIT}/DocumentActions.js`, 'update'],
    [`${EDIT}/DocumentActions.js`, 'unpublish'],
    [`${EDIT}/DocumentActions.js`, 'discard'],
    [`${EDIT}/Header.js`, 'delete'],
    [`${EDIT}/Header.js`, 'configure-the-view'],
    [`${EDIT}/Header.js`, 'edit-the-model'],
    [`${LIST}/Actions.js`, 'delete'],
    [`${LIST}/Actions.js`, 'unpublish'],
  ])('are described in %s by a function of the type %s', (file, type) => {
    const source = sourceOf(file);
    const [, name = 'none'] = new RegExp(`(\\w+)\\.type = '${type}';`).exec(source) ?? [];
    expect(source).toMatch(new RegExp(`const ${name} = \\(\\{[^)]*\\}\\)\\s*=>`));
    expect(source).toMatch(new RegExp(`const DEFAULT_\\w*ACTIONS = \\[[^\\]]*\\b${name}\\b`));
  });

  it('publish several by one that says so in its description only', () => {
    const source = sourceOf(`${LIST}/PublishAction.js`);
    expect(source).toContain("actionType: 'publish'");
    expect(source).not.toMatch(/PublishAction\.type/);
  });

  it.each(['addDocumentAction', 'addBulkAction'] as const)('are handed over by %s', (place) => {
    expect(sourceOf('content-manager/dist/admin/content-manager.js')).toMatch(
      new RegExp(`${place}\\(actions\\) \\{[^]*?typeof actions === 'function'[^]*?actions\\(this\\.\\w+\\)`),
    );
  });

  it('keep their type and place when they are wrapped, and one that is gone is complained about', () => {
    type Action = { (): string; type?: string; position?: unknown };
    const own = (type: string): Action => Object.assign(() => type, { type, position: 'panel' });
    let actions = [own('publish'), own('other')];
    const [, other] = actions;
    const apis = { addDocumentAction: (change: (all: Action[]) => Action[]) => (actions = change(actions)) };
    panel().wrapActions<Action>(
      { getPlugin: () => ({ apis }) },
      'addDocumentAction',
      (original) => (original.type === 'publish' ? () => `wrapped ${original()}` : original),
      ['publish', 'gone'],
    );
    expect(actions.map((action) => action())).toEqual(['wrapped publish', 'other']);
    expect([actions[0]?.type, actions[0]?.position]).toEqual(['publish', 'panel']);
    expect(actions[1]).toBe(other);
    expect(complaints).toEqual([expect.stringContaining('no action gone any more')]);
  });
});

describe('endpoints: Strapi’s own endpoints', () => {
  interface Endpoint {
    query?: (arg: object) => { config?: { headers?: Record<string, string> }; data?: unknown };
    queryFn?: unknown;
    invalidatesTags?: (result: unknown, error: unknown, arg: object) => unknown[];
    transformErrorResponse?: unknown;
  }

  const endpoint = (name: string): Endpoint | undefined => {
    let found: Endpoint | undefined;
    panel().changeEndpoints<Endpoint>({ [name]: (one) => void (found = one) });
    return found;
  };

  beforeAll(() => {
    for (const file of [
      '@strapi/content-manager/dist/admin/services/documents.js',
      '@strapi/i18n/dist/admin/services/aiLocalizationJobs.js',
      '@strapi/admin/dist/admin/admin/src/services/auth.js',
      '@strapi/admin/dist/admin/ee/admin/src/services/ai.js',
    ])
      jest.requireActual(`${MODULES}/${file}`);
  });

  it.each([
    ['updateDocument', ['query', 'invalidatesTags']],
    ['publishDocument', ['query', 'invalidatesTags']],
    ['discardDocument', ['query', 'invalidatesTags']],
    ['unpublishDocument', ['query', 'invalidatesTags']],
    ['deleteDocument', ['query', 'invalidatesTags']],
    ['createDocument', ['invalidatesTags']],
    ['cloneDocument', ['invalidatesTags']],
    ['autoCloneDocument', ['invalidatesTags']],
    ['getDocument', ['queryFn']],
    ['logout', ['query']],
    ['getAiFeatureConfig', ['query']],
    ['getAiUsage', ['query']],
    ['getAiToken', ['query']],
    ['getAILocalizationJobsByDocument', ['query']],
  ])('%s has what we change', (name, parts) => {
    const found = endpoint(name) as Record<string, unknown> | undefined;
    expect(parts.map((part) => [part, typeof found?.[part]])).toEqual(
      parts.map((part) => [part, 'function']),
    );
  });

  it('are all found when forms are kept, and a failed write makes nothing be read again', () => {
    const before = endpoint('updateDocument')?.invalidatesTags;
    const arg = { model: 'api::business.business', documentId: 'x', collectionType: 'collection-types' };
    keepEndpoints();
    expect(complaints).toEqual([]);
    const { invalidatesTags, transformErrorResponse } = endpoint('updateDocument') ?? {};
    expect(before?.(null, new Error(), arg)).not.toEqual([]);
    expect(invalidatesTags?.(null, new Error(), arg)).toEqual([]);
    expect(invalidatesTags?.({}, undefined, arg)).toEqual(before?.({}, undefined, arg));
    expect(transformErrorResponse).toEqual(expect.any(Function));
    expect(endpoint('getAiUsage')?.query).toBeUndefined();
  });

  it('that are gone are complained about', () => {
    panel().changeEndpoints({ noSuchEndpoint: () => undefined });
    expect(complaints).toEqual([expect.stringContaining('no endpoint noSuchEndpoint any more')]);
  });
});

describe('fetch: what the panel asks of the server', () => {
  it('goes through the function of the page, as it is at that moment', () => {
    const source = sourceOf('admin/dist/admin/admin/src/utils/getFetchClient.js');
    expect(source.match(/(?<![\w.])fetch\(/g)?.length).toBeGreaterThan(3);
    expect(source).not.toMatch(/require\('(axios|node-fetch|undici)'\)|XMLHttpRequest/);
  });

  it('names the language of the panel, which Strapi keeps in the page', async () => {
    expect(sourceOf('admin/dist/admin/admin/src/reducer.js')).toMatch(
      /document\.documentElement\.setAttribute\('lang', /,
    );
    const sent: (string | null)[] = [];
    const page = {
      document: { documentElement: { lang: 'en' } },
      location: { href: 'https://stadt.example/admin', origin: 'https://stadt.example' },
      fetch: (_input: unknown, init?: RequestInit) => {
        sent.push(new Headers(init?.headers).get('accept-language'));
        return Promise.resolve(new Response());
      },
    };
    speakPanelLanguage(page);
    await page.fetch('/admin/init');
    expect(sent).toEqual(['en']);
  });
});

describe('page-title: the title of a page', () => {
  it('ends with our name, where Strapi ends it with its own', () => {
    const source = sourceOf('admin/dist/admin/admin/src/components/PageHelpers.js');
    const [, ending = ''] = /document\.title = `\$\{title\}( \| \w+)`/.exec(source) ?? [];
    expect(ending).not.toBe('');
    let renamed: (() => void) | undefined;
    class Observer {
      constructor(rename: () => void) {
        renamed = rename;
      }
      observe(): void {}
    }
    Object.assign(globalThis, { MutationObserver: Observer });
    const page = { title: `Betriebe${ending}`, head: {} };
    panel().showOwnTitle(page);
    expect(page.title).toBe('Betriebe | Stadtverbund');
    page.title = `Medien${ending}`;
    renamed?.();
    expect(page.title).toBe('Medien | Stadtverbund');
  });
});
