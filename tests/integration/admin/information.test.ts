import { EDITORIAL_ROLE } from '#src/domain/editorial-role';
import { createAdmin, request } from '../../support';

it('the panel gets the version of Strapi, and no packages', async () => {
  const { token } = await createAdmin({ role: EDITORIAL_ROLE });
  const { status, body } = await request<{ data: Record<string, unknown> }>('/admin/information', { token });
  expect(status).toBe(200);
  expect(body.data.strapiVersion).toMatch(/^5\./);
  expect(body.data.dependencies).toEqual({});
});
