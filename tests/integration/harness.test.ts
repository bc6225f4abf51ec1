/** @jest-environment-options {"ownTemporaryFolder": true} */
import {
  createAdmin,
  createApiToken,
  createBusiness,
  createCityProfile,
  createContributor,
  graphql,
  request,
  startedApp,
} from '../support';

import { throwAt } from '../support/attacks/hostile-request';
import { expectWellbeing, takeReadings } from '../support/wellbeing';

interface List {
  data: { documentId: string }[];
}

describe('the test harness', () => {
  beforeAll(() => createCityProfile());

  it('provides a Strapi that answers over HTTP', async () => {
    expect((await request('/_health')).status).toBe(204);
    expect(startedApp().databaseUrl).toMatch(/\/suite_[0-9a-f]{12}$/);
  });

  it('publishes a business that anyone can read over REST and GraphQL', async () => {
    const { documentId } = await createBusiness();
    const rest = await request<List>('/api/businesses');
    expect(rest.body.data).toMatchObject([{ documentId }]);
    const answer = await graphql('{ businesses { documentId } }');
    expect(answer.body.data).toStrictEqual({ businesses: [{ documentId }] });
  });

  it('logs in an admin, a contributor and an API token', async () => {
    const { token } = await createAdmin();
    expect((await request('/admin/users/me', { token })).status).toBe(200);
    const contributor = await createContributor();
    expect((await request('/api/users/me', { token: contributor.token })).status).toBe(200);
    const read = await request('/api/businesses', { token: await createApiToken() });
    expect(read.status).toBe(200);
  });

  it('can tell that an instance is well after a hostile request', async () => {
    const before = await takeReadings();
    const { status } = await throwAt({ what: 'nothing there', method: 'GET', path: '/api/nothing-there' });
    expect(status).toBe(404);
    await expectWellbeing(before);
  });
});
