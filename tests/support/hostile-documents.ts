import { contentAttributes, type Attribute, type Shape } from '#src/platform/strapi/schema';
import { startedApp } from './started-app';

const WORD = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenmanufaktur'.repeat(3);
const SCRIPTS = '«مخبز» "Söhne" & Töchter <3 🥖👩‍🍳 \'s';

/** Texts that break layouts: without a blank, and in other scripts, with quotes and what looks like HTML. */
const HOSTILE = { long: WORD, scripts: SCRIPTS } as const;
export type Hostility = keyof typeof HOSTILE;

// What has a form of its own, which a rule keeps.
const OF_A_FORM: Readonly<Record<string, unknown>> = {
  phone: '+49231123456',
  mobile: '+491701234567',
  fax: '+49231123457',
  number: '+49231500',
  email: 'laden@betrieb.example',
  website: `https://laden.example/${'w'.repeat(150)}`,
  url: `https://laden.example/${'u'.repeat(150)}`,
  licenceUrl: 'https://lizenz.example/text',
  postcode: '44137',
  place: 'Dortmund',
  houseNumber: '12',
  rule: 'Mo-Su 08:00-12:00',
  currency: 'EUR',
  system: 'osm',
  minimumAmount: 1500,
  latitude: 51.5126,
  longitude: 7.4661,
};

// Pictures need files, a source its import, borders their geometry; slugs follow from names.
const LEFT_OUT: ReadonlySet<string> = new Set(['slug', 'logo', 'photos', 'image', 'source', 'serviceArea']);

const shapeOf = (uid: string): Shape => startedApp().strapi.getModel(uid as 'api::business.business');

const TEXTS: ReadonlySet<string> = new Set(['string', 'text', 'richtext']);

function valueOf(name: string, attribute: Attribute, hostility: Hostility): unknown {
  const { type, component, repeatable, maxLength = 160, enum: values } = attribute;
  if (name in OF_A_FORM) return OF_A_FORM[name];
  const text = HOSTILE[hostility];
  if (TEXTS.has(type)) return [...text].slice(0, maxLength).join('').trim();
  if (type === 'enumeration') return values?.[0];
  if (type === 'blocks')
    return [
      { type: 'heading', level: 2, children: [{ type: 'text', text }] },
      { type: 'paragraph', children: [{ type: 'text', text }] },
    ];
  if (type !== 'component' || component === undefined) return undefined;
  const one = hostileData(component, hostility);
  return repeatable ? [one] : one;
}

/** Every text of a type or component, within the bounds of its schema, as long or as foreign as it may be. */
export function hostileData(uid: string, hostility: Hostility): Record<string, unknown> {
  return Object.fromEntries(
    contentAttributes(shapeOf(uid)).flatMap(([name, attribute]) => {
      if (LEFT_OUT.has(name)) return [];
      const value = valueOf(name, attribute, hostility);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
