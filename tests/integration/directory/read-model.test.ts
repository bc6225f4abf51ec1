import {
  createBusiness,
  createCategory,
  createCityProfile,
  createDocument,
  createOffer,
  startedApp,
} from '../../support';

const BUSINESS = 'api::business.business';

interface Row {
  [column: string]: unknown;
}

const sql = async (text: string, values: string[] = []): Promise<Row[]> => {
  const { rows } = await startedApp().strapi.db.connection.raw<{ rows: Row[] }>(text, values);
  return rows;
};

const json = (value: unknown): Record<string, unknown> =>
  (typeof value === 'string' ? JSON.parse(value) : value) as Record<string, unknown>;

const rowsOf = (documentId: string) =>
  sql('select * from stadtverbund.listing where document_id = ? order by locale', [documentId]);

beforeAll(async () => {
  await createCityProfile();
});

describe('the read model', () => {
  it('contains a published business in every locale, in German where a language is missing', async () => {
    const category = await createCategory({ name: 'Bäckerei', terms: ['brot', 'brötchen'] });
    const { documentId } = await createBusiness({
      name: 'Mühlenbäckerei',
      summary: 'Brot für alle',
      categories: [category.documentId],
      location: { latitude: 51.5, longitude: 7.46 },
      hours: [{ service: 'on-site', rule: 'Mo-Fr 08:00-12:00' }],
    });
    const [german, english] = await rowsOf(documentId);
    expect(german).toMatchObject({ locale: 'de', language: 'de', type: 'business', name: 'Mühlenbäckerei' });
    expect(english).toMatchObject({ locale: 'en', language: 'de', services: ['on-site'] });
    expect(json(german?.['data'])).toMatchObject({
      name: 'Mühlenbäckerei',
      summary: 'Brot für alle',
      categories: [{ name: 'Bäckerei' }],
    });
    expect(JSON.stringify(german?.['detail'])).not.toContain('"id"');
    const found = await sql(
      `select 1 from stadtverbund.listing where locale = 'de' and document_id = ?
        and search @@ to_tsquery('stadtverbund.de', stadtverbund.fold('Brötchen'))`,
      [documentId],
    );
    expect(found).toHaveLength(1);
    const hours = await sql(
      `select service, open, since, until from stadtverbund.listing_hours join stadtverbund.opening_hours on id = hours_id
        where document_id = ? order by service`,
      [documentId],
    );
    expect(hours.map(({ service }) => service)).toEqual(['', 'on-site']);
    expect(String(hours[0]?.['open'])).toMatch(/^\{\["/);
  });

  it('counts the offers of a business as its services while they are public', async () => {
    const business = await createBusiness();
    const { documentId } = business;
    const offer = await createOffer(business, { kind: 'delivery' });
    expect((await rowsOf(documentId))[0]).toMatchObject({ services: ['delivery'] });
    expect((await rowsOf(offer.documentId))[0]).toMatchObject({
      parent_id: documentId,
      services: ['delivery'],
    });
    await startedApp()
      .strapi.documents('api::offer.offer')
      .unpublish({ documentId: offer.documentId, locale: '*' });
    expect((await rowsOf(documentId))[0]).toMatchObject({ services: [] });
    expect(await rowsOf(offer.documentId)).toEqual([]);
  });

  it('forgets a business that is no longer public, and what belonged to it', async () => {
    const business = await createBusiness({ hours: [{ service: 'on-site', rule: '24/7' }] });
    const { documentId } = business;
    const offer = await createOffer(business);
    await startedApp().strapi.documents(BUSINESS).unpublish({ documentId, locale: '*' });
    expect(await rowsOf(documentId)).toEqual([]);
    expect(await rowsOf(offer.documentId)).toEqual([]);
    expect(await sql('select 1 from stadtverbund.listing_hours where document_id = ?', [documentId])).toEqual(
      [],
    );
  });

  it('is rolled back with its write', async () => {
    const { strapi } = startedApp();
    const { documentId } = await createBusiness({ name: 'Vorher' });
    await expect(
      strapi.db.transaction(async () => {
        await strapi
          .documents(BUSINESS)
          .update({ documentId, data: { name: 'Nachher' }, status: 'published' } as never);
        throw new Error('undo');
      }),
    ).rejects.toThrow('undo');
    expect((await rowsOf(documentId))[0]).toMatchObject({ name: 'Vorher' });
  });

  it('lists advisory contacts and press notices, each as its schema says', async () => {
    const contact = await createDocument('api::advisory-contact.advisory-contact', {
      title: 'Hotline für Betriebe',
      kind: 'hotline',
      topics: [{ name: 'Kurzarbeit' }],
      email: 'hilfe@example.org',
      validThrough: '2099-12-31',
    });
    const [row] = await rowsOf(contact.documentId);
    expect(row).toMatchObject({ type: 'advisory-contact', slug: contact.documentId.slice(0, 12) });
    expect(row?.['keywords']).toContain('Kurzarbeit');
    expect(new Date(row?.['public_until'] as string).toISOString()).toBe('2099-12-31T23:00:00.000Z');
    const notice = await createDocument('api::press-notice.press-notice', {
      title: 'Neue Hilfe',
      body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Ab Montag' }] }],
      publishedOn: '2026-01-02',
      author: 'Presseamt',
    });
    expect((await rowsOf(notice.documentId))[0]).toMatchObject({ type: 'press-notice', body: 'Ab Montag' });
  });
});
