/** @jest-environment-options {"extraApi": "tests/fixtures/joining-api"} */
import sharp from 'sharp';
import {
  createAdmin,
  createApiToken,
  createBusiness,
  createCityProfile,
  createContributor,
  createDocument,
  createPortal,
  feedEvents,
  graphql,
  pullAll,
  request,
  startedApp,
  type AdminAccount,
  type ContributorAccount,
  type ReadEvent,
  type Stored,
} from '../../support';
import { solvedChallenge } from '../../support/challenge';

const BUSINESS = 'api::business.business';

// Days far from today, since the test is about joining, not about dates.
const [STARTS, CLOSES] = ['2020-01-01', '2099-12-31'];

let anna: ContributorAccount;
let editor: AdminAccount;
let portal: string;
let employer: Stored & { slug: string };

beforeAll(async () => {
  await createCityProfile();
  anna = await createContributor();
  editor = await createAdmin({ role: 'redaktion' });
  portal = (await createPortal({ types: ['job'] })).token;
  employer = (await createBusiness({
    name: 'Backhaus am Wall',
    syndicationConsent: true,
    hours: [{ service: 'on-site', rule: 'Mo-Su 00:00-24:00' }],
  })) as typeof employer;
  await startedApp()
    .strapi.documents('api::membership.membership')
    .create({
      data: { business: employer.documentId, user: anna.id, role: 'owner', since: new Date().toISOString() },
    });
});

interface Mine {
  data: { documentId: string; employer: { documentId: string } };
  meta: { submission: { state: string; version: number }; publication: string };
  error?: { message: string; details: unknown };
}

const mine = (method: string, path: string, data?: unknown) =>
  request<Mine>(`/api/my/${path}`, { method, token: anna.token, ...(data ? { body: { data } } : {}) });

async function picture(): Promise<{ documentId: string; url: string }> {
  const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer();
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(bytes)]), 'backstube.jpg');
  const { body } = await request<{ data: { documentId: string; url: string }[] }>('/api/my/uploads', {
    token: anna.token,
    body: form,
  });
  return body.data[0] as { documentId: string; url: string };
}

const JOB = () => ({
  employer: employer.documentId,
  title: 'Konditorin oder Konditor',
  description: 'Torten für die ganze Stadt.',
  kind: 'full-time',
  topics: [{ name: 'Backwerk' }],
  startsOn: STARTS,
  closesOn: CLOSES,
  contactHours: [{ service: 'phone', rule: 'Mo-Su 00:00-24:00' }],
});

/** What an editor does, over the admin routes. */
async function decide(path: string, body: object): Promise<void> {
  const answer = await request(path, { token: editor.token, body });
  if (answer.status !== 200) throw new Error(answer.text);
}

async function approve(documentId: string): Promise<void> {
  const queue = await request<{ data: { id: number; documentId: string; title: string; version: number }[] }>(
    '/moderation/submissions?contentType=job',
    { token: editor.token },
  );
  const waiting = queue.body.data.find((one) => one.documentId === documentId);
  expect(waiting).toMatchObject({ title: 'Konditorin oder Konditor' });
  await decide(`/moderation/submissions/${waiting?.id}/approve`, { version: waiting?.version });
}

const suspend = (documentId: string) =>
  decide(`/moderation/documents/${BUSINESS}/${documentId}/suspend`, { reason: 'Umzug' });
const reinstate = (documentId: string) =>
  decide(`/moderation/documents/${BUSINESS}/${documentId}/reinstate`, {});

interface Seen {
  list: unknown;
  one: number;
  graphql: unknown;
  graphqlOne: unknown;
  search: unknown;
  detail: number;
  ofBusiness: unknown;
  map: unknown;
  feed: unknown;
  reported: number;
}

const lastEvent = (events: readonly ReadEvent[], documentId: string): string | undefined =>
  events.filter(({ data }) => data.id === documentId).at(-1)?.type;

/** Whether the public finds a job everywhere or nowhere. */
async function seen(documentId: string): Promise<Seen> {
  const ids = (body: { data?: { documentId: string }[] }) =>
    (body.data ?? []).map((one) => one.documentId).includes(documentId);
  const list = await request<{ data: { documentId: string }[] }>('/api/jobs');
  const one = await request(`/api/jobs/${documentId}`);
  const graph = await graphql<{ jobs: { documentId: string }[]; job: { documentId: string } | null }>(
    `
      query ($id: ID!) {
        jobs {
          documentId
        }
        job(documentId: $id) {
          documentId
          title
        }
      }
    `,
    { id: documentId },
  );
  const search = await request<{ data: { type: string; slug: string }[] }>(
    '/api/directory/search?q=Konditorin&type=job',
  );
  const slug = 'konditorin-oder-konditor';
  const detail = await request(`/api/directory/listings/job/${slug}`);
  const page = await request<{ data?: { jobs: { slug: string }[] } }>(
    `/api/directory/listings/business/${employer.slug}`,
  );
  const map = await request<{ features: { properties: { type: string; slug: string } }[] }>(
    '/api/directory/map.geojson?type=job',
  );
  const report = await request('/api/reports', {
    body: {
      contentType: 'job',
      documentId,
      kind: 'closed',
      message: 'Gibt es nicht mehr.',
      altcha: await solvedChallenge(),
    },
  });
  return {
    list: ids(list.body),
    one: one.status,
    graphql: ids({ data: graph.body.data?.jobs ?? [] }),
    graphqlOne: graph.body.data?.job?.documentId === documentId,
    search: search.body.data.some((hit) => hit.slug === slug),
    detail: detail.status,
    ofBusiness: (page.body.data?.jobs ?? []).some((job) => job.slug === slug),
    map: map.body.features.some(({ properties }) => properties.slug === slug),
    feed: lastEvent((await pullAll(portal)).events, documentId) === 'job.published',
    reported: report.status,
  };
}

const EVERYWHERE = {
  list: true,
  one: 200,
  graphql: true,
  graphqlOne: true,
  search: true,
  detail: 200,
  ofBusiness: true,
  map: true,
  feed: true,
  reported: 201,
};
const NOWHERE = {
  list: false,
  one: 404,
  graphql: false,
  graphqlOne: false,
  search: false,
  detail: 404,
  ofBusiness: false,
  map: false,
  feed: false,
  reported: 404,
};

describe('a type that joins by its schema file alone, with a relation called employer', () => {
  let documentId: string;
  let photo: { documentId: string; url: string };

  it('is entered and submitted by a contributor, who learns what is missing', async () => {
    photo = await picture();
    const nobody = await mine('POST', 'jobs', { ...JOB(), employer: undefined });
    expect([nobody.status, nobody.text]).toEqual([400, expect.stringContaining('employer')]);
    const other = await createBusiness();
    const foreign = await mine('POST', 'jobs', { ...JOB(), employer: other.documentId });
    expect(foreign.status).toBeGreaterThanOrEqual(400);

    const reversed = await mine('POST', 'jobs', { ...JOB(), startsOn: CLOSES, closesOn: STARTS });
    expect([reversed.status, reversed.text]).toEqual([400, expect.stringContaining('period-reversed')]);

    const entered = await mine('POST', 'jobs', {
      ...JOB(),
      title: null,
      pictures: [{ image: photo.documentId }],
    });
    expect([entered.status, entered.text]).toEqual([201, expect.any(String)]);
    documentId = entered.body.data.documentId;
    const early = await mine('POST', `jobs/${documentId}/submit`);
    expect(early.status).toBe(400);
    expect(early.text).toContain('title');
    expect(early.text).toContain('alternativeText');

    const mended = await mine('PUT', `jobs/${documentId}`, {
      title: JOB().title,
      pictures: [{ image: photo.documentId, alternativeText: 'Die Backstube', credit: 'Anna' }],
    });
    expect([mended.status, mended.text]).toEqual([200, expect.any(String)]);
    expect(await seen(documentId)).toEqual(NOWHERE);
    expect((await mine('POST', `jobs/${documentId}/submit`)).status).toBe(200);
    expect(await seen(documentId)).toEqual(NOWHERE);
  });

  it('is public everywhere once an editor has approved it', async () => {
    await approve(documentId);
    expect(await seen(documentId)).toEqual(EVERYWHERE);
  });

  it('is the same everywhere, without anything private', async () => {
    await startedApp()
      .strapi.db.query('api::job.job')
      .updateMany({ where: { documentId }, data: { internalGrade: 4711 } });
    const rest = await request<{ data: object; meta: object }>(
      `/api/jobs/${documentId}?populate[employer][fields]=name&populate[pictures][populate]=image`,
    );
    expect(rest.body).toMatchObject({
      data: { title: 'Konditorin oder Konditor', employer: { name: 'Backhaus am Wall' } },
      meta: { locale: 'de' },
    });
    const graph = await graphql(`
      {
        jobs {
          title
          employer {
            name
          }
          contactHours {
            rule
          }
          pictures {
            image {
              url
            }
          }
        }
      }
    `);
    expect(graph.body).toMatchObject({
      data: {
        jobs: [{ employer: { name: 'Backhaus am Wall' }, contactHours: [{ rule: 'Mo-Su 00:00-24:00' }] }],
      },
    });
    const hit = await request('/api/directory/search?q=Backwerk&type=job&service=phone&openAt=now');
    expect(hit.body).toMatchObject({
      data: [
        {
          type: 'job',
          kind: 'full-time',
          closesOn: CLOSES,
          employer: { name: 'Backhaus am Wall' },
          services: ['phone'],
          openNow: true,
        },
      ],
    });
    const detail = await request('/api/directory/listings/job/konditorin-oder-konditor');
    expect(detail.body).toMatchObject({
      data: { open: [{ service: 'phone', openNow: true }], employer: { name: 'Backhaus am Wall' } },
    });
    const { events } = await pullAll(portal);
    expect(events.at(-1)).toMatchObject({
      data: {
        listing: {
          '@type': 'JobPosting',
          name: { de: 'Konditorin oder Konditor' },
          hiringOrganization: { name: 'Backhaus am Wall' },
        },
      },
    });
    for (const text of [rest.text, graph.text, hit.text, detail.text, JSON.stringify(events)])
      expect(text).not.toContain('4711');
  });

  it('is in OpenAPI, in the schemas of the feed and among the cacheable answers', async () => {
    const openapi = await request<{ paths: object }>('/api/openapi.json');
    expect(Object.keys(openapi.body.paths)).toEqual(
      expect.arrayContaining(['/api/jobs', '/api/jobs/{documentId}']),
    );
    expect((await request('/api/feed/schema/job.published')).status).toBe(200);
    const answer = await request('/api/jobs');
    expect(answer.headers.get('cache-control')).toContain('public');
  });

  it('shows its pictures to everyone', async () => {
    const path = new URL(photo.url, startedApp().url).pathname;
    expect((await request(path)).status).toBe(200);
  });

  it('publishes immediately what needs no review, and the rest waits', async () => {
    const edit = await mine('PUT', `jobs/${documentId}`, { closesOn: '2099-12-30', description: 'Neu.' });
    expect(edit.status).toBe(200);
    const { body } = await request(`/api/jobs/${documentId}`);
    expect(body).toMatchObject({
      data: { closesOn: '2099-12-30', description: 'Torten für die ganze Stadt.' },
    });
  });

  it('disappears everywhere when its employer is suspended, and returns with it', async () => {
    await suspend(employer.documentId);
    expect(await seen(documentId)).toEqual(NOWHERE);
    expect((await feedEvents({ documentId })).at(-1)?.type).toBe('job.removed');
    await reinstate(employer.documentId);
    expect(await seen(documentId)).toEqual(EVERYWHERE);
  });

  it('has the indexes that public types have', async () => {
    const { rows } = await startedApp().strapi.db.connection.raw<{ rows: { name: string }[] }>(
      `select indexname as name from pg_indexes where tablename = 'jobs' and indexname like any (array['sv_%', '%one_slug%']) order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'jobs_one_slug_one_document',
      'sv_jobs_by_closes_on',
      'sv_jobs_by_starts_on',
      'sv_jobs_listed',
      'sv_jobs_named',
      'sv_jobs_slug',
    ]);
  });
});

describe('a job and its last day', () => {
  it('is over everywhere when the day ends in the city, without a write', async () => {
    const { strapi } = startedApp();
    const { documentId } = await createDocument('api::job.job', {
      ...JOB(),
      title: 'Aushilfe',
      closesOn: '2020-01-31',
    });
    expect((await request(`/api/jobs/${documentId}`)).status).toBe(404);
    expect((await request('/api/directory/listings/job/aushilfe')).status).toBe(404);
    expect(await feedEvents({ documentId })).toEqual([]);
    expect(strapi.isLoaded).toBe(true);
  });
});

describe('deny by default', () => {
  // Published, with a picture, with all actions of Strapi's own routes, but nothing says that it is public.
  it.each([
    ['a type without the option', 'memo', 'api::memo.memo'],
    ['a type that says no more than feed: false', 'note', 'api::note.note'],
  ])('%s is not public anywhere, for anyone', async (_what, type, uid) => {
    const { strapi } = startedApp();
    const [file] = (await strapi.db.query('plugin::upload.file').findMany({ limit: 1 })) as { id: number }[];
    const { documentId } = await createDocument(uid, {
      title: 'Nur für uns',
      ...(type === 'memo' ? { picture: file?.id } : { business: employer.documentId }),
    });
    const token = await createApiToken({ type: 'full-access' });
    for (const headers of [{}, { token }, { token: anna.token }]) {
      const list = await request(`/api/${type}s`, headers);
      const one = await request(`/api/${type}s/${documentId}`, headers);
      expect([list.status, one.status].every((status) => [401, 403, 404].includes(status))).toBe(true);
      expect(list.text + one.text).not.toContain('Nur für uns');
      const written = await request(`/api/${type}s`, { ...headers, body: { data: { title: 'Von außen' } } });
      expect([401, 403, 404, 405]).toContain(written.status);
      expect(written.headers.get('cache-control')).not.toContain('public');
      const graph = await graphql<unknown>(`{ ${type}s { documentId } }`);
      expect(graph.text).toContain(`Cannot query field`);
    }
    expect(await strapi.db.query(uid).count({ where: { title: 'Von außen' } })).toBe(0);
    expect((await request(`/api/directory/search?type=${type}`)).status).toBe(400);
    expect((await request(`/api/directory/listings/${type}/nur-fuer-uns`)).status).toBe(404);
    expect((await request(`/api/feed/schema/${type}.published`)).status).toBe(404);
    expect(await feedEvents({ documentId })).toEqual([]);
    const report = {
      contentType: type,
      documentId,
      kind: 'closed',
      message: 'x',
      altcha: await solvedChallenge(),
    };
    expect((await request('/api/reports', { body: report })).status).toBe(404);
    expect((await request<{ paths: object }>('/api/openapi.json')).text).not.toContain(`/api/${type}s`);
  });
});
