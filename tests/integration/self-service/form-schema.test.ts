/** @jest-environment-options {"extraApi": "tests/fixtures/joining-api", "env": {"RATE_LIMIT_WRITES_PER_MINUTE": "100000"}} */
import { z } from 'zod';
import { listingTypes } from '#src/listing/listing-types';
import { modelGetter } from '#src/platform/strapi/models';
import { bodySchema } from '#src/plugins/self-service/server/src/domain/body-schema';
import type { FormField } from '#src/plugins/self-service/server/src/form/form-field';
import type { FormCollection, FormSchema } from '#src/plugins/self-service/server/src/form/form-schema';
import {
  createCityProfile,
  createContributor,
  request,
  startedApp,
  type ContributorAccount,
} from '../../support';
import { valuesAtLimits } from '../../support/values-at-limits';

interface Answer {
  data: FormSchema;
}

const read = async (query = ''): Promise<FormSchema> =>
  (await request<Answer>(`/api/my/schema${query}`)).body.data;

const collectionIn = (schema: FormSchema, name: string): FormCollection => {
  const found = schema.collections.find(({ collection }) => collection === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};

const at = (fields: readonly FormField[] | undefined, path: string): FormField => {
  const [name, ...rest] = path.split('.');
  const found = fields?.find((field) => field.name === name);
  if (!found) throw new Error(`There is no ${path}.`);
  return rest.length === 0 ? found : at(found.fields, rest.join('.'));
};

let anna: ContributorAccount;
let schema: FormSchema;
let ids: Record<string, string>;

interface Written {
  data: { documentId: string };
  error?: { details?: { errors?: { path: (string | number)[] }[] } };
}

const send = (method: string, path: string, data?: object) =>
  request<Written>(`/api/my/${path}`, { method, token: anna.token, ...(data ? { body: { data } } : {}) });

const created = async (path: string, data: object): Promise<string> => {
  const { status, text, body } = await send('POST', path, data);
  if (status !== 201) throw new Error(text);
  return body.data.documentId;
};

beforeAll(async () => {
  await createCityProfile({ largestSizeClass: 'small', chainsAdmitted: false });
  anna = await createContributor();
  schema = await read();
  const businesses = await created('businesses', {});
  ids = { businesses };
  for (const collection of ['offers', 'campaigns'])
    ids[collection] = await created(collection, { business: businesses });
  ids.jobs = await created('jobs', { employer: businesses });
});

const COLLECTIONS = ['businesses', 'offers', 'campaigns', 'jobs'];

it('names every collection of the register, for everyone', () => {
  expect(schema.collections.map(({ collection }) => collection).sort()).toEqual([...COLLECTIONS].sort());
});

it('speaks the language asked for, and may be kept by caches', async () => {
  const german = await request<Answer>('/api/my/schema?locale=de');
  const english = await request<Answer>('/api/my/schema', { headers: { 'accept-language': 'en-GB' } });
  const labels = [german, english].map(({ body }) => {
    const { label, fields } = collectionIn(body.data, 'offers');
    return [label.singular, label.plural, at(fields, 'price').label, at(fields, 'kind').options?.[0]?.label];
  });
  expect(labels).toEqual([
    ['Angebot', 'Angebote', 'Preis', 'Lieferung'],
    ['Offer', 'Offers', 'Price', 'Delivery'],
  ]);
  expect(english.headers.get('content-language')).toBe('en');
  expect(english.headers.get('vary')).toContain('Accept-Language');
  expect(english.headers.get('cache-control')).toContain('public');
  const tag = english.headers.get('etag') ?? '';
  const headers = { 'accept-language': 'en-GB', 'if-none-match': tag };
  expect((await request('/api/my/schema', { headers })).status).toBe(304);
  expect((await request('/api/my/schema?fields=name')).status).toBe(400);
});

it('has words for everything, of which none is the name in the schema', () => {
  const walk = (fields: readonly FormField[]): FormField[] =>
    fields.flatMap((one) => [one, ...walk(one.fields ?? [])]);
  const ours = schema.collections.filter(({ collection }) => collection !== 'jobs');
  for (const field of ours.flatMap(({ fields }) => walk(fields)))
    expect([field.name, field.label, field.help]).toEqual([
      field.name,
      expect.not.stringMatching(field.name),
      expect.stringMatching(/\S/),
    ]);
});

it('shows a type that joined by its schema file alone', () => {
  const jobs = collectionIn(schema, 'jobs');
  expect(jobs).toMatchObject({
    type: 'job',
    label: { singular: 'Job', plural: 'Job' },
    business: 'employer',
    name: 'title',
  });
  expect(jobs.fields.map(({ name, kind, label }) => `${name}: ${kind}, ${label}`)).toEqual([
    'employer: relation, Employer',
    'title: text, Titel',
    'description: long-text, Beschreibung',
    'kind: choice, Art',
    'topics: groups, Themen',
    'startsOn: day, Starts on',
    'closesOn: day, Closes on',
    'contactHours: hours, Contact hours',
    'pictures: pictures, Pictures',
    'reference: text, Reference',
    'weeklyHours: number, Weekly hours',
    'places: number, Places',
  ]);
  const [employer, title] = jobs.fields;
  expect(employer).toMatchObject({
    required: true,
    requiredAtOnce: true,
    relation: { collection: 'businesses', type: 'business', name: 'name', own: true },
  });
  expect(title).toMatchObject({ required: true, maxLength: 160, localized: true, immediate: false });
  expect(at(jobs.fields, 'closesOn')).toMatchObject({ notBefore: 'startsOn', immediate: true });
  expect(at(jobs.fields, 'kind').options?.[0]).toEqual({
    value: 'full-time',
    label: 'Full time',
    admitted: true,
  });
  expect(at(jobs.fields, 'reference')).toMatchObject({ minLength: 3, maxLength: 12, pattern: '^[A-Z]+$' });
  expect(at(jobs.fields, 'places')).toMatchObject({ required: true, min: 1, max: 9, step: 1, default: 1 });
});

it('says of a business what its form has to know', () => {
  const { fields, business } = collectionIn(schema, 'businesses');
  expect(business).toBe('self');
  expect(at(fields, 'address')).toMatchObject({
    kind: 'address',
    required: true,
    requiredUnless: ['location'],
  });
  expect(at(fields, 'location')).toMatchObject({
    kind: 'point',
    requiredUnless: ['address'],
    within: { latitude: 51.5142, longitude: 7.4653, km: 50 },
  });
  expect(at(fields, 'location.latitude')).toMatchObject({ requiredAtOnce: true, min: -90, max: 90 });
  expect(at(fields, 'hours')).toMatchObject({
    kind: 'hours',
    repeatable: true,
    maxItems: 80,
    maxItemsEach: { field: 'service', maxItems: 20 },
    immediate: false,
  });
  expect(at(fields, 'hours.rule')).toMatchObject({ kind: 'hours-rule', immediate: true, localized: false });
  expect(new RegExp(at(fields, 'hours.rule').immediateIf ?? '').test('Mo-Fr 09:00-18:00')).toBe(true);
  expect(at(fields, 'hours.note')).toMatchObject({ immediate: false, localized: true });
  expect(at(fields, 'contact.phone')).toMatchObject({ kind: 'phone', immediate: true });
  expect(at(fields, 'contact.email')).toMatchObject({ kind: 'email', localized: false });
  expect(at(fields, 'categories')).toMatchObject({
    kind: 'relation',
    repeatable: true,
    minItems: 1,
    relation: { collection: 'categories', own: false },
  });
  expect(at(fields, 'photos.alternativeText')).toMatchObject({ required: true, requiredIn: 'de' });
  expect(at(fields, 'photos.image')).toMatchObject({ kind: 'file', maxBytes: 10_485_760 });
});

it('says whom the city does not admit, before anything is filled in', () => {
  expect(schema.admission).toEqual({ sizeClasses: ['self-employed', 'micro', 'small'], chains: false });
  const size = at(collectionIn(schema, 'businesses').fields, 'sizeClass');
  expect(size.required).toBe(true);
  expect(size.options?.map(({ value, admitted }) => [value, admitted])).toEqual([
    ['self-employed', true],
    ['micro', true],
    ['small', true],
    ['medium', false],
    ['large', false],
  ]);
});

/** The names in a body's schema, in any depth. */
const namesIn = (json: unknown, path = ''): string[] => {
  const { properties, items, anyOf } = json as Record<'properties' | 'items' | 'anyOf', unknown>;
  if (Array.isArray(anyOf)) return anyOf.flatMap((one) => namesIn(one, path));
  if (items) return namesIn(items, path);
  return Object.entries((properties as object | undefined) ?? {}).flatMap(([name, inner]) =>
    name === 'documentId' || name === 'id' ? [] : [`${path}${name}`, ...namesIn(inner, `${path}${name}.`)],
  );
};

const namesOf = (fields: readonly FormField[], path = ''): string[] =>
  fields.flatMap(({ name, fields: inner = [] }) => [`${path}${name}`, ...namesOf(inner, `${path}${name}.`)]);

it.each(COLLECTIONS)('names of %s exactly what a body may name', (name) => {
  const { strapi } = startedApp();
  const type = [...listingTypes(strapi).selfService.values()].find(({ collection }) => collection === name);
  if (!type) throw new Error(name);
  const body = z.toJSONSchema(bodySchema(type, modelGetter(strapi)), { io: 'input', reused: 'inline' });
  expect(namesOf(collectionIn(schema, name).fields)).toEqual(namesIn(body));
});

interface Tried {
  readonly path: readonly string[];
  readonly field: FormField;
  readonly wrap: (value: unknown) => object;
}

/** Each field in any depth, and how a body has it. */
function triedIn(fields: readonly FormField[], around: Omit<Tried, 'field'>): Tried[] {
  return fields.flatMap((field) => {
    const path = [...around.path, field.name];
    const wrap = (value: unknown) => around.wrap({ [field.name]: value });
    // A place has to fit a postcode, so the others of an address are empty.
    const empty =
      field.kind === 'address' ? Object.fromEntries((field.fields ?? []).map((one) => [one.name, null])) : {};
    const rows = (value: unknown) => wrap(field.repeatable ? [value] : { ...empty, ...(value as object) });
    // A point has its own limits, below.
    const inner = field.kind === 'point' ? [] : (field.fields ?? []);
    return [{ path, field, wrap }, ...triedIn(inner, { path, wrap: rows })];
  });
}

const named = ({ body }: { body: Written }): string[] =>
  (body.error?.details?.errors ?? []).map(({ path }) =>
    path.filter((part) => Number.isNaN(Number(part))).join('.'),
  );

it.each(COLLECTIONS)(
  'what it says of %s is what a write admits, at every limit and beyond',
  async (name) => {
    const wrong: unknown[] = [];
    let count = 0;
    const all = triedIn(collectionIn(schema, name).fields, { path: [], wrap: (value) => value as object });
    for (const { path, field, wrap } of all)
      for (const { what, value, admitted } of valuesAtLimits(field)) {
        const answer = await send('PUT', `${name}/${ids[name]}`, wrap(value));
        count += 1;
        const here = named(answer).some((found) => found.startsWith(path.join('.')));
        const isRight = admitted ? answer.status === 200 : answer.status === 400 && here;
        if (!isRight)
          wrong.push({
            path: path.join('.'),
            what,
            admitted,
            status: answer.status,
            text: answer.text.slice(0, 300),
          });
      }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(20);
  },
  300_000,
);

it('admits a point within its limits', async () => {
  const { within } = at(collectionIn(schema, 'businesses').fields, 'location');
  if (!within) throw new Error('It says nothing of where a point may be.');
  // A degree of latitude is 111.2 km.
  const north = (km: number) => ({
    location: { latitude: within.latitude + km / 111.2, longitude: within.longitude },
  });
  const statuses = [];
  for (const km of [within.km - 1, within.km + 1])
    statuses.push((await send('PUT', `businesses/${ids.businesses}`, north(km))).status);
  expect(statuses).toEqual([200, 400]);
});

it.each(COLLECTIONS)('what it requires of %s is what submitting asks for', async (name) => {
  const { fields, business } = collectionIn(schema, name);
  const asked = fields.filter(({ required, default: given }) => required && given === undefined);
  const empty = await created(name, business === 'self' ? {} : { [business]: ids.businesses });
  const answer = await send('POST', `${name}/${empty}/submit`);
  // Whether the city admits a business is asked first, and of two that will do one is named.
  if (business === 'self') expect(named(answer)).toEqual(['sizeClass']);
  const sized = business === 'self' && (await send('PUT', `${name}/${empty}`, { sizeClass: 'micro' }));
  const again = sized ? await send('POST', `${name}/${empty}/submit`) : answer;
  expect(named(again).sort()).toEqual(
    asked
      .filter((field) => field.name !== 'sizeClass' && field.name !== business && field.name !== 'location')
      .map((field) => field.name)
      .sort(),
  );
});

it.each([
  ['businesses', 'hours', {}, ['service', 'rule']],
  ['businesses', 'photos', {}, ['image']],
  ['campaigns', 'rewards', { description: 'Danke' }, ['title', 'minimumAmount']],
])('what it requires of a row of %s, %s, is what submitting asks for', async (name, list, row, asked) => {
  const { fields, business } = collectionIn(schema, name);
  const data = business === 'self' ? { sizeClass: 'micro' } : { [business]: ids.businesses };
  const documentId = await created(name, { ...data, [list]: [row] });
  const answer = await send('POST', `${name}/${documentId}/submit`);
  const inner =
    at(fields, list).fields?.filter((field) => field.required && field.default === undefined) ?? [];
  const found = named(answer).filter((path) => path.startsWith(`${list}.`));
  expect(found).toEqual(
    expect.arrayContaining(
      asked.filter((one) => inner.some((field) => field.name === one)).map((one) => `${list}.${one}`),
    ),
  );
  for (const path of found) expect(inner.map((field) => `${list}.${field.name}`)).toContain(path);
});
