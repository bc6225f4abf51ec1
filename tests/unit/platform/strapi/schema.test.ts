import fc from 'fast-check';
import {
  contentAttributes,
  deepPopulate,
  mapEntry,
  partsIn,
  populateOf,
  STRAPI_ATTRIBUTES,
  valuesIn,
  type Attribute,
  type Entry,
  type Shape,
} from '#src/platform/strapi/schema';

const picture: Shape = {
  uid: 'media.picture',
  attributes: { image: { type: 'media' }, credit: { type: 'string', private: true } },
};
const hours: Shape = { uid: 'time.hours', attributes: { rule: { type: 'string' } } };
const shop: Shape = {
  uid: 'api::shop.shop',
  attributes: {
    name: { type: 'string' },
    facts: { type: 'json' },
    logo: { type: 'component', component: picture.uid },
    hours: { type: 'component', component: hours.uid, repeatable: true },
    parts: { type: 'dynamiczone', components: [picture.uid, hours.uid] },
    files: { type: 'media', multiple: true },
    district: { type: 'relation', relation: 'manyToOne', target: 'api::district.district' },
    offers: { type: 'relation', relation: 'oneToMany', target: 'api::offer.offer', mappedBy: 'shop' },
    related: { type: 'relation', relation: 'morphToMany' },
    createdAt: { type: 'datetime' },
    createdBy: { type: 'relation', relation: 'oneToOne', target: 'admin::user' },
    localizations: { type: 'relation', relation: 'oneToMany', target: 'api::shop.shop' },
  },
};
const SHAPES = new Map([picture, hours, shop].map((shape) => [shape.uid, shape]));
const shapeOf = (uid: string): Shape => SHAPES.get(uid) ?? { uid, attributes: { name: { type: 'string' } } };

const text = fc.string();
const id = fc.nat();
const pictures = fc.record({ id, image: fc.option(fc.record({ id, name: text })), credit: text });
const times = fc.record({ id, rule: text });
const zone = fc.oneof(
  pictures.map((part) => ({ __component: picture.uid, ...part })),
  times.map((part) => ({ __component: hours.uid, ...part })),
);
const shops: fc.Arbitrary<Entry> = fc.record(
  {
    id,
    documentId: text,
    name: text,
    facts: fc.jsonValue(),
    logo: fc.option(pictures),
    hours: fc.array(times),
    parts: fc.array(zone),
    files: fc.array(fc.record({ id, name: text })),
    district: fc.option(fc.record({ documentId: text, name: text })),
    unknown: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

/** Where something is in an entry, by its path. */
const at = (entry: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], entry);

describe('what a type holds', () => {
  it('is what Strapi has not added, and leads to known types', () => {
    expect(contentAttributes(shop).map(([name]) => name)).toEqual([
      ...['name', 'facts', 'logo', 'hours', 'parts', 'files', 'district', 'offers'],
    ]);
  });

  it('is loaded in any depth', () => {
    const inside = { populate: { image: true } };
    expect(deepPopulate(shop, shapeOf)).toEqual({
      logo: inside,
      hours: { populate: {} },
      parts: { on: { [picture.uid]: inside, [hours.uid]: { populate: {} } } },
      files: true,
      district: true,
      offers: true,
    });
  });

  it('is loaded as far as it is asked for', () => {
    const load = ({ type }: Attribute): unknown => (type === 'media' ? { select: ['id'] } : undefined);
    expect(populateOf(picture, shapeOf, load)).toEqual({ image: { select: ['id'] } });
    const onlyLogo = (shape: Pick<Shape, 'attributes'>): [string, Attribute][] =>
      contentAttributes(shape).filter(([name]) => name === 'logo');
    expect(populateOf(shop, shapeOf, () => true, onlyLogo)).toEqual({ logo: { populate: {} } });
  });
});

describe('a walk over an entry', () => {
  it('that changes nothing gives the same entry', () =>
    fc.assert(
      fc.property(shops, (entry) => {
        const same = mapEntry(shop, entry, { shapeOf, visit: (value, _attribute, within) => within(value) });
        expect(same).toEqual(entry);
      }),
    ));

  it('leaves out what its visit answers nothing to, in any depth, and names what it was told to', () =>
    fc.assert(
      fc.property(shops, (entry) => {
        const mapped = mapEntry(shop, entry, {
          shapeOf,
          names: (shape) => contentAttributes(shape).map(([name]) => name),
          visit: (value, attribute, within) => (attribute.private ? undefined : (within(value) ?? null)),
        });
        expect(JSON.stringify(mapped)).not.toContain('"credit"');
        expect(Object.keys(mapped).filter((name) => STRAPI_ATTRIBUTES.has(name))).toEqual([]);
        expect(Object.keys(mapped)).toEqual(contentAttributes(shop).map(([name]) => name));
      }),
    ));

  it('takes no name for an attribute that objects inherit', () => {
    const entry: Entry = { name: 'Schuhhaus', constructor: 'x', toString: 'y' };
    const visit = jest.fn((value: unknown) => value);
    expect(mapEntry(shop, entry, { shapeOf, visit })).toEqual(entry);
    expect(visit).toHaveBeenCalledTimes(1);
    expect([...valuesIn(shop, entry, shapeOf)].map(({ path }) => path)).toEqual([['name']]);
  });

  it('finds every value where it is, and no component', () =>
    fc.assert(
      fc.property(shops, (entry) => {
        const found = [...valuesIn(shop, entry, shapeOf)];
        for (const { value, path } of found) expect(at(entry, path)).toBe(value);
        expect(found.map(({ attribute }) => attribute.type)).not.toContain('component');
        const rules = found.filter(({ path }) => path.at(-1) === 'rule').length;
        const inZone = ((entry.parts ?? []) as Entry[]).filter((part) => part.__component === hours.uid);
        expect(rules).toBe(((entry.hours ?? []) as Entry[]).length + inZone.length);
      }),
    ));

  it('finds every component where it is, each before those in it', () =>
    fc.assert(
      fc.property(shops, (entry) => {
        const parts = partsIn(shop, entry, shapeOf);
        for (const part of parts) expect(at(entry, part.path)).toBe(part.entry);
        const count = (name: string): number => ((entry[name] ?? []) as Entry[]).length;
        expect(parts.length).toBe((entry.logo ? 1 : 0) + count('hours') + count('parts'));
        expect(new Set(parts.map(({ uid }) => uid))).toEqual(
          new Set([
            ...(entry.logo ? [picture.uid] : []),
            ...(count('hours') > 0 ? [hours.uid] : []),
            ...((entry.parts ?? []) as Entry[]).map(({ __component }) => __component),
          ]),
        );
      }),
    ));
});
