import { createBusiness, createCityProfile, onFeedLog, startedApp } from '../../support';
import { statementsDuring } from '../../support/statements';

const BUSINESS = 'api::business.business';

beforeAll(() => createCityProfile());

it('what a publication announces is read once, and feed and directory both show the new state', async () => {
  const { documentId } = await createBusiness({ name: 'Alt', syndicationConsent: true });
  const documents = startedApp().strapi.documents(BUSINESS);
  await documents.update({ documentId, locale: 'de', data: { name: 'Neu' } });
  const statements = await statementsDuring(() => documents.publish({ documentId, locale: 'de' }));
  const readings = statements.filter((sql) => /from stadtverbund\.first_publication/.test(sql));
  expect(readings).toHaveLength(1);
  const told = await onFeedLog<{ feed: string; directory: string }>(
    `select e.data->'listing'->>'name' as feed, l.name as directory
     from stadtverbund.feed_event e join stadtverbund.listing l on l.document_id = e.document_id and l.locale = 'de'
     where e.document_id = :documentId order by e.seq desc limit 1`,
    { documentId },
  );
  expect(told).toEqual([{ feed: 'Neu', directory: 'Neu' }]);
});
