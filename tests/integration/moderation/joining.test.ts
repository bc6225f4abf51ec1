/** @jest-environment-options {"extraApi": "tests/fixtures/extra-api"} */
import {
  contributorActor,
  createAdmin,
  createCityProfile,
  editorActor,
  moderation,
  request,
  startedApp,
} from '../../support';

// No other suite may have a type of this name, since Strapi caches what it populates of a uid for the whole process.
const STALL = 'api::flea-stall.flea-stall';

const documents = () => startedApp().strapi.documents(STALL as 'api::business.business');

// The generated types do not include this type, which only this suite has.
const data = (fields: Record<string, unknown>) =>
  fields as unknown as Parameters<ReturnType<typeof documents>['create']>[0]['data'];

const publicLabel = async (documentId: string) => {
  const found = await documents().findOne({ documentId, status: 'published', populate: ['place'] as never });
  return found as unknown as { label: string; goods: string; place: { street: string } } | null;
};

beforeAll(() => createCityProfile());

describe('a content type that joins by its schema alone', () => {
  it('is moderated: draft, submission, queue, approval, suspension and reinstatement', async () => {
    const made = await moderation().recordEdit({
      uid: STALL,
      actor: contributorActor(),
      write: () => documents().create({ data: data({ label: 'Käse', goods: 'Ziegenkäse' }) }),
    });
    const { documentId } = made.result;
    expect(await publicLabel(documentId)).toBeNull();
    const act = (action: 'submit' | 'suspend' | 'reinstate') =>
      moderation().perform({
        uid: STALL,
        documentId,
        action,
        actor: action === 'submit' ? contributorActor() : editorActor(),
        reason: 'Grund',
      });
    await act('submit');
    const { token } = await createAdmin({ role: 'redaktion' });
    const queue = await request<{ data: { id: number; title: string; version: number }[] }>(
      '/moderation/submissions?contentType=flea-stall',
      { token },
    );
    expect(queue.body.data).toMatchObject([{ title: 'Käse', version: 1 }]);
    const id = queue.body.data[0]?.id;
    const review = await request<{ data: { difference: { status: string }[] } }>(
      `/moderation/submissions/${id}`,
      { token },
    );
    expect(review.body.data.difference).toMatchObject([{ status: 'added' }]);
    const approved = await request(`/moderation/submissions/${id}/approve`, { token, body: { version: 1 } });
    expect(approved.status).toBe(200);
    expect(await publicLabel(documentId)).toMatchObject({ label: 'Käse' });
    await act('suspend');
    expect(await publicLabel(documentId)).toBeNull();
    await act('reinstate');
    expect(await publicLabel(documentId)).toMatchObject({ label: 'Käse', goods: 'Ziegenkäse' });
  });

  it('has auto-approved fields as its schema lists them', async () => {
    const { documentId } = await documents().create({ data: data({ label: 'Obst', goods: 'Äpfel' }) });
    await documents().publish({ documentId });
    const change = (fields: Record<string, unknown>) =>
      moderation().recordEdit({
        uid: STALL,
        documentId,
        actor: contributorActor(),
        write: async () => {
          await documents().update({ documentId, data: data(fields) });
          return { documentId };
        },
      });
    await change({ goods: 'Birnen' });
    const { autoApproved } = await change({ place: { street: 'Hansaplatz', postcode: '44137' } });
    expect(autoApproved).toEqual(['place.postcode']);
    expect(await publicLabel(documentId)).toMatchObject({
      goods: 'Äpfel',
      place: { street: null, postcode: '44137' },
    });
  });
});
