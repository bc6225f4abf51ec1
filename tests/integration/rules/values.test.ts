import { createCityProfile } from '../../support';
import {
  BUSINESS,
  CAMPAIGN,
  CATEGORY,
  CONTACT,
  CREATE,
  NOTICE,
  OFFER,
  UPDATE,
  documents,
  editor,
  panel,
  type Data,
} from './paths';

beforeAll(() => createCityProfile());

const paragraph = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

describe.each(CREATE)('through %s', (_path, create) => {
  const stored = async (uid: string, data: Data, populate: unknown): Promise<Data | null> => {
    const outcome = await create(uid, data);
    expect(outcome.errors).toEqual([]);
    return documents(uid).findOne({ documentId: outcome.data['documentId'], populate });
  };

  test('phones are stored in E.164, web addresses with a scheme, texts trimmed and in NFC', async () => {
    const data = {
      name: '  Mu\u0308ller ',
      contact: {
        phone: '0201 / 82024-0',
        mobile: '+49 (0) 171 1234567',
        fax: '(0201) 82024-92',
        email: ' info@EWG.de',
        website: 'www.ewg.de',
        socialLinks: [{ network: 'mastodon', url: 'ruhr.social/@ewg' }],
      },
      attribution: { text: '© OpenStreetMap', licenceUrl: 'opendatacommons.org/licenses/odbl' },
    };
    expect(await stored(BUSINESS, data, { contact: { populate: '*' }, attribution: true })).toMatchObject({
      name: 'Müller',
      contact: {
        phone: '+49201820240',
        mobile: '+491711234567',
        fax: '+492018202492',
        email: 'info@ewg.de',
        website: 'https://www.ewg.de',
        socialLinks: [{ url: 'https://ruhr.social/@ewg' }],
      },
      attribution: { licenceUrl: 'https://opendatacommons.org/licenses/odbl' },
    });
  });

  test('phone lines of an advisory contact, their languages and a currency get their normal form', async () => {
    const phones = [{ number: '0231 445067', label: 'Zentrale', languages: ['DE', 'tr'] }];
    expect(await stored(CONTACT, { title: 'Hotline', kind: 'hotline', phones }, ['phones'])).toMatchObject({
      phones: [{ number: '+49231445067', languages: ['de', 'tr'] }],
    });
    expect(
      await stored(OFFER, { title: 'Kuchen', kind: 'pickup', currency: 'eur', price: 0 }, []),
    ).toMatchObject({
      currency: 'EUR',
      price: 0,
    });
  });

  test.each([['Preis < 5 €'], ['I <3 Kiel'], ['Zeile 1\nZeile 2\t!']])(
    'the plain text %j is stored unchanged',
    async (description) => {
      expect(await stored(BUSINESS, { name: 'Text', description }, [])).toMatchObject({ description });
    },
  );

  const REFUSALS: [string, string, Data, string, RegExp][] = [
    ['HTML in a short text', BUSINESS, { name: 'A <b>x</b>' }, 'name', /^Name: HTML .*entfernen Sie „<b>“/],
    [
      'HTML in a long text',
      BUSINESS,
      { name: 'x', description: '<script>' },
      'description',
      /^Beschreibung: HTML/,
    ],
    [
      'HTML in a component',
      BUSINESS,
      { name: 'x', hours: [{ rule: '24/7', note: '<i>' }] },
      'hours.0.note',
      /^Öffnungszeiten 1 › Hinweis: HTML/,
    ],
    ['HTML in blocks', NOTICE, { title: 'x', body: paragraph('<p>x</p>') }, 'body', /^Text: HTML/],
    [
      'a script link in blocks',
      NOTICE,
      {
        title: 'x',
        body: [
          {
            type: 'paragraph',
            children: [{ type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', text: 'x' }] }],
          },
        ],
      },
      'body',
      /^Text: Der Link „javascript/,
    ],
    [
      'a control character',
      BUSINESS,
      { name: 'a\u0000b' },
      'name',
      /^Name: .*Steuerzeichen \(U\+0000\).*löschen/,
    ],
    [
      'a lone surrogate',
      BUSINESS,
      { name: 'x', summary: 'a\ud800b' },
      'summary',
      /^Kurzbeschreibung: .*löschen/,
    ],
    [
      'a control character in a list of terms',
      CATEGORY,
      { name: 'x', terms: ['a\u0007'] },
      'terms',
      /^Suchwörter: .*Steuerzeichen/,
    ],
    ['a text that is too long', BUSINESS, { name: 'x'.repeat(161) }, 'name', /^Name: .*höchstens 160/],
    [
      'no phone number',
      BUSINESS,
      { name: 'x', contact: { phone: 'im Rathaus' } },
      'contact.phone',
      /^Kontakt › Telefon: „im Rathaus“ ist keine Telefonnummer/,
    ],
    [
      'two phone numbers',
      BUSINESS,
      { name: 'x', contact: { phone: '0231 445067 od. 0231 445068' } },
      'contact.phone',
      /mehrere Nummern/,
    ],
    [
      'no e-mail address',
      BUSINESS,
      { name: 'x', contact: { email: 'info' } },
      'contact.email',
      /^Kontakt › E-Mail: „info“/,
    ],
    [
      'a script as website',
      BUSINESS,
      { name: 'x', contact: { website: 'javascript:alert(1)' } },
      'contact.website',
      /http:\/\/ oder https:\/\//,
    ],
    ['ftp in an offer', OFFER, { title: 'x', kind: 'pickup', url: 'ftp://x.de' }, 'url', /^Webadresse: /],
    [
      'an unreadable rule',
      BUSINESS,
      { name: 'x', hours: [{ rule: '24/7' }, { rule: 'foo' }] },
      'hours.1.rule',
      /^Öffnungszeiten 2 › Regel: Die Regel „foo“ ist nicht lesbar.*Unerwartetes Zeichen.*Mo-Fr 09:00-18:00/,
    ],
    [
      'a malformed postcode',
      BUSINESS,
      { name: 'x', address: { postcode: '4428' } },
      'address.postcode',
      /^Adresse › Postleitzahl: .*fünf Ziffern/,
    ],
    [
      'a latitude out of range',
      BUSINESS,
      { name: 'x', location: { latitude: 91, longitude: 7 } },
      'location.latitude',
      /zwischen -90 und 90/,
    ],
    [
      'a longitude out of range',
      BUSINESS,
      { name: 'x', location: { latitude: 51, longitude: 181 } },
      'location.longitude',
      /zwischen -180 und 180/,
    ],
    [
      'a point far from the city',
      BUSINESS,
      { name: 'x', location: { latitude: 54.32, longitude: 10.12 } },
      'location.latitude',
      /360 km .*erlaubt sind 50 km/,
    ],
    [
      'a negative price',
      OFFER,
      { title: 'x', kind: 'pickup', price: -1 },
      'price',
      /^Preis: .*ganze Zahl in Cent/,
    ],
    ['half a cent', OFFER, { title: 'x', kind: 'pickup', price: 12.5 }, 'price', /^Preis: /],
    [
      'a price beyond the column',
      OFFER,
      { title: 'x', kind: 'pickup', price: 2_147_483_648 },
      'price',
      /^Preis: /,
    ],
    ['a negative goal', CAMPAIGN, { title: 'x', kind: 'support', goal: -5 }, 'goal', /^Ziel: /],
    [
      'a negative minimum amount',
      CAMPAIGN,
      { title: 'x', kind: 'support', rewards: [{ title: 'y', minimumAmount: -5 }] },
      'rewards.0.minimumAmount',
      /^Gegenleistungen 1 › Mindestbetrag: /,
    ],
    ['no currency', OFFER, { title: 'x', kind: 'pickup', currency: 'XYZ' }, 'currency', /^Währung: .*EUR/],
    [
      'no language',
      CONTACT,
      { title: 'x', kind: 'hotline', phones: [{ number: '115', languages: ['deutsch'] }] },
      'phones.0.languages',
      /BCP 47/,
    ],
    [
      'a validity that ends before it starts',
      OFFER,
      { title: 'x', kind: 'pickup', validFrom: '2026-02-01', validThrough: '2026-01-31' },
      'validThrough',
      /^Gültig bis: Das Ende \(2026-01-31\)/,
    ],
    [
      'hours that end before they start',
      BUSINESS,
      { name: 'x', hours: [{ rule: '24/7', validFrom: '2026-02-01', validThrough: '2026-01-31' }] },
      'hours.0.validThrough',
      /liegt vor dem Anfang/,
    ],
    [
      'a campaign that ends before it starts',
      CAMPAIGN,
      { title: 'x', kind: 'support', startsAt: '2026-02-01T00:00:00Z', endsAt: '2026-01-01T00:00:00Z' },
      'endsAt',
      /^Ende: /,
    ],
    [
      'a day that does not exist',
      OFFER,
      { title: 'x', kind: 'pickup', validFrom: '2026-02-30' },
      'validFrom',
      /^Gültig ab: .*kein Datum/,
    ],
    ['a chain that is neither yes nor no', BUSINESS, { name: 'x', chain: 'vielleicht' }, 'chain', /^Kette: /],
    ['a kind that is no choice', OFFER, { title: 'x', kind: 'catering' }, 'kind', /^Art: .*delivery, pickup/],
  ];

  test.each(REFUSALS)('%s is refused at its field', async (_case, uid, data, path, message) => {
    const outcome = await create(uid, data);
    expect(outcome.status).toBe(400);
    expect(outcome.errors.map((error) => error.path.join('.'))).toEqual([path]);
    expect(outcome.errors[0]?.message).toMatch(message);
    expect(outcome.message).toBe(outcome.errors[0]?.message);
  });

  test('all mistakes are reported at once', async () => {
    const data = { name: '<b>', contact: { phone: 'x', website: 'ftp://x' }, hours: [{ rule: 'foo' }] };
    const { errors } = await create(BUSINESS, data);
    expect(errors.map(({ path }) => path.join('.')).sort()).toEqual([
      'contact.phone',
      'contact.website',
      'hours.0.rule',
      'name',
    ]);
  });
});

describe.each(UPDATE)('a change through %s', (_path, update) => {
  test('of one end of a validity is checked against the other stored end', async () => {
    const { documentId } = await documents(OFFER).create({
      data: { title: 'x', kind: 'pickup', validFrom: '2026-02-01' },
    });
    const refused = await update(OFFER, documentId as string, { validThrough: '2026-01-31' });
    expect(refused.errors).toMatchObject([{ path: ['validThrough'] }]);
    expect((await update(OFFER, documentId as string, { validThrough: '2026-02-01' })).ok).toBe(true);
  });

  test('inside a component that keeps its id is checked against the rest of the stored component', async () => {
    const data = { name: 'x', hours: [{ service: 'on-site', rule: '24/7', validFrom: '2026-02-01' }] };
    const { documentId, hours } = await documents(BUSINESS).create({ data, populate: ['hours'] });
    const [{ id }] = hours as [{ id: number }];
    const refused = await update(BUSINESS, documentId as string, {
      hours: [{ id, validThrough: '2026-01-31' }],
    });
    expect(refused.errors).toMatchObject([{ path: ['hours', 0, 'validThrough'] }]);
  });

  test('that clears a field is accepted', async () => {
    const { documentId } = await documents(OFFER).create({
      data: { title: 'x', kind: 'pickup', url: 'x.de' },
    });
    expect(await update(OFFER, documentId as string, { url: '' })).toMatchObject({
      ok: true,
      data: { url: null },
    });
  });
});

describe('the language of an error', () => {
  const wrong = { body: { title: 'x', kind: 'pickup', price: -1 } };

  test.each([
    ['the language of the panel, whatever translation is edited', '?locale=en', {}, 'de', /^Preis: .*Bitte/],
    ['Accept-Language', '', { 'accept-language': 'en-GB,en;q=0.9,de;q=0.1' }, 'de', /^Price: .*Please/],
    ['the language of the panel', '', {}, 'en', /^Price: .*Please/],
    ['the language of the panel', '', {}, 'de', /^Preis: .*Bitte/],
  ])('is %s: %s%j %s', async (_case, query, headers, language, message) => {
    const { token } = await editor(language);
    const outcome = await panel(`collection-types/${OFFER}${query}`, { ...wrong, headers, token });
    expect(outcome.message).toMatch(message);
  });

  test('is that of the opening-hours parser too', async () => {
    const { token } = await editor('en');
    const outcome = await panel(`collection-types/${BUSINESS}`, {
      body: { name: 'x', hours: [{ rule: 'foo' }] },
      token,
    });
    expect(outcome.message).toMatch(
      /^Opening hours 1 › Rule: the rule “foo” cannot be read \(.*Unexpected token/,
    );
  });
});

test('the city is read again as soon as its profile is changed, by any path', async () => {
  const inKiel = { name: 'x', location: { latitude: 54.32, longitude: 10.12 } };
  const create = () => documents(BUSINESS).create({ data: inKiel });
  await expect(create()).rejects.toMatchObject({ name: 'ValidationError' });
  await createCityProfile({
    name: 'Kiel',
    federalState: 'DE-SH',
    centre: { latitude: 54.3233, longitude: 10.1228 },
  });
  await expect(create()).resolves.toMatchObject({ name: 'x' });
  await createCityProfile();
  await expect(create()).rejects.toMatchObject({ name: 'ValidationError' });
});
