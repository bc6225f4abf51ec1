import { createBusiness, createCityProfile, request, startedApp } from '../../support';

type Node = Record<string, unknown>;

interface Operation {
  operationId: string;
  summary?: string;
  tags: string[];
  security?: object[];
  responses: Record<string, Node>;
  requestBody?: { content: Record<string, Node> };
  parameters?: { name: string; in: string; schema: Node; example?: unknown }[];
}

interface Document {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Node>; securitySchemes: Record<string, Node> };
}

let document: Document;
let business: string;

beforeAll(async () => {
  await createCityProfile();
  business = (await createBusiness()).documentId;
  document = (await request<Document>('/api/openapi.json')).body;
});

const operations = () =>
  Object.entries(document.paths).flatMap(([path, entry]) =>
    Object.entries(entry).map(([method, operation]) => ({ path, method, operation })),
  );

interface Layer {
  path: string;
  methods: string[];
}

/** The routes of the content API; those that answer under several fixed names lead to each of them. */
const routes = (): { method: string; pattern: RegExp; name: string }[] =>
  (startedApp().strapi.server.listRoutes() as unknown as Layer[])
    .filter(({ path, methods }) => (path.startsWith('/api/') || path === '/graphql') && methods.length > 0)
    .flatMap(({ path, methods }) =>
      methods
        .filter((method) => ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method))
        .map((method) => ({
          method,
          name: `${method} ${path}`,
          pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`),
        })),
    )
    .filter(({ method, name }) => !name.endsWith('/graphql') || ['GET', 'POST'].includes(method));

it('has every route of the content API, and no other', () => {
  const described = operations().map(({ path, method }) => ({ path, method: method.toUpperCase() }));
  const all = routes();
  expect(all.length).toBeGreaterThan(60);
  const undescribed = all.filter(
    ({ method, pattern }) => !described.some((one) => one.method === method && pattern.test(one.path)),
  );
  expect(undescribed.map(({ name }) => name)).toEqual([]);
  const unreal = described.filter(
    (one) => !all.some(({ method, pattern }) => one.method === method && pattern.test(one.path)),
  );
  expect(unreal).toEqual([]);
});

it('is OpenAPI 3.1 of this installation', () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  expect(document.info).toMatchObject({ title: 'Stadtverbund', version: expect.any(String) as string });
  expect(document.servers).toEqual([{ url: expect.stringMatching(/^http/) as string }]);
});

it('is sound: references resolve, path parameters are declared', () => {
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"#\/([\w/-]+)"/g)].map(([, path = '']) => path);
  expect(references.length).toBeGreaterThan(300);
  const resolved = (path: string): unknown =>
    path.split('/').reduce<unknown>((at, name) => (at as Node | undefined)?.[name], document);
  expect(references.filter((path) => resolved(path) === undefined)).toEqual([]);
  for (const { path, operation } of operations()) {
    const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = (operation.parameters ?? []).filter((one) => one.in === 'path');
    expect([path, declared.map(({ name }) => name)]).toEqual([path, wanted]);
  }
});

it('gives generators good names', () => {
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z][A-Za-z]+$/.test(id))).toEqual([]);
  expect(ids).toEqual(
    expect.arrayContaining([
      'listBusinesses',
      'getBusiness',
      'getCityProfile',
      'searchDirectory',
      'getListing',
      'updateMyBusiness',
      'submitMyOffer',
      'signIn',
    ]),
  );
  const schemas = Object.keys(document.components.schemas);
  expect(schemas.filter((name) => !/^[A-Z][A-Za-z0-9_]+$/.test(name))).toEqual([]);
  const globals = [
    'Error',
    'Object',
    'Map',
    'Set',
    'Date',
    'Array',
    'Promise',
    'Response',
    'Request',
    'Blob',
    'File',
    'FormData',
    'Headers',
    'URL',
    'Event',
    'Location',
    'Document',
    'Notification',
  ];
  expect(schemas.filter((name) => globals.includes(name))).toEqual([]);
});

it('begins with what every website reads', () => {
  const names = document.tags.map(({ name }) => name);
  expect(names.slice(0, 4)).toEqual(['directory', 'content', 'press', 'graphql']);
});

it('every operation has a summary, a described tag, its security and an answer with what it says', () => {
  const tags = new Set(document.tags.filter(({ description }) => description !== '').map(({ name }) => name));
  for (const { path, operation } of operations()) {
    const { summary = '', tags: own, security = [], responses } = operation;
    expect([path, summary]).toEqual([path, expect.stringMatching(/^[A-Z].{5,}[^.]$/)]);
    expect([path, own.filter((tag) => !tags.has(tag)), own.length]).toEqual([path, [], 1]);
    expect([path, security.length > 0]).toEqual([path, true]);
    const schemes = security.flatMap((one) => Object.keys(one));
    expect(schemes.filter((name) => !(name in document.components.securitySchemes))).toEqual([]);
    const done = Object.keys(responses).filter((status) => status.startsWith('2') || status === '302');
    expect([path, done.length > 0]).toEqual([path, true]);
    expect([path, Object.keys(responses).some((status) => status.startsWith('4'))]).toEqual([path, true]);
  }
});

it('no schema is empty where it says something: no empty choice, nothing required that is not there', () => {
  const visit = (node: unknown, path: string): string[] => {
    if (Array.isArray(node)) return node.flatMap((item, at) => visit(item, `${path}/${at}`));
    if (typeof node !== 'object' || node === null) return [];
    const { enum: values, required, properties } = node as Node;
    const missing =
      Array.isArray(required) && properties
        ? (required as string[]).filter((name) => !(name in (properties as Node)))
        : [];
    return [
      ...(Array.isArray(values) && values.length === 0 ? [`${path}: empty enum`] : []),
      ...missing.map((name) => `${path}: ${name} is required and undefined`),
      ...Object.entries(node).flatMap(([name, value]) => visit(value, `${path}/${name}`)),
    ];
  };
  expect(visit(document, '')).toEqual([]);
});

it('offers nothing that is private', () => {
  const text = JSON.stringify(document);
  for (const name of [
    'createdBy',
    'externalId',
    'publicationFilter',
    'hasPublishedVersion',
    'provider_metadata',
    'resetPasswordToken',
  ])
    expect([name, text.includes(`"${name}"`)]).toEqual([name, false]);
});

it('its examples are what is public at the moment', async () => {
  const one = document.paths['/api/businesses/{documentId}']?.get;
  expect(one?.parameters?.find(({ name }) => name === 'documentId')?.example).toBe(business);
  const { documentId } = await createBusiness();
  const again = (await request<Document>('/api/openapi.json')).body;
  const example = again.paths['/api/businesses/{documentId}']?.get?.parameters?.[0]?.example;
  expect([business, documentId]).toContain(example);
});

it('an operation of a listing has what is written from the schema that parses it', () => {
  const { schemas } = document.components;
  const input = schemas['BusinessInput'] as { properties: Node; additionalProperties: boolean };
  expect(Object.keys(input.properties)).toEqual(
    expect.arrayContaining(['name', 'categories', 'address', 'hours', 'logo']),
  );
  expect(Object.keys(input.properties)).not.toEqual(expect.arrayContaining(['slug']));
  expect(input.additionalProperties).toBe(false);
});
