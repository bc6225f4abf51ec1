/** @jest-environment-options {"release": "0.1.0-a86c7d4"} */
import { isDeepStrictEqual } from 'node:util';
import {
  adminLogin,
  contributorLogin,
  mailsTo,
  PASSWORD,
  portals,
  pull,
  request,
  startedApp,
  waitForMail,
} from '../support';
import { eventually } from '../support/eventually';
import { bootInOwnProcess } from '../support/boot-process';
import { answersOf, installationOf, restoreRelease } from '../support/release-fixture';
import { differences, readTables, type Difference, type Tables } from '../support/table-rows';
import { databaseUrl, onDatabase, testClusterUrl } from '../support/test-cluster';

jest.setTimeout(180_000);

const RELEASE = '0.1.0-a86c7d4';
const ORIGINAL = 'upgrade_original';

const installation = installationOf(RELEASE);

/** What a start may change: a table, which of its rows, and why. Everything else stays as the old release left it. */
interface Intended {
  table: RegExp;
  only?: (difference: Difference) => boolean;
  why: string;
}

const isNew = ({ before }: Difference): boolean => before === undefined;

/** Whether nothing but facts were added to a row of the feed's log (`portal-feed/server/src/filters`). */
function addsFacts({ before, after }: Difference): boolean {
  const { facts: old, digest: _old, ...row } = { facts: {}, digest: null, ...before };
  const { facts: now, digest: _now, ...rowNow } = { facts: {}, digest: null, ...after };
  return isDeepStrictEqual(row, rowNow) && isDeepStrictEqual({ ...now, ...old }, now);
}

/** Whether the texts of a reason are what they were; `texts` is a new column, and new columns are not in `after`. */
function keepsTexts({ key, before, after }: Difference): boolean {
  const { text_de: de, text_en: en, ...rest } = before as Readonly<Record<string, unknown>>;
  const row = started.get('stadtverbund.reason_template')?.rows.get(key) as { texts?: unknown } | undefined;
  return isDeepStrictEqual(rest, after) && isDeepStrictEqual(row?.texts, { de, en });
}

const INTENDED: readonly Intended[] = [
  {
    table: /^public\.strapi_(core_store_settings|database_schema|migrations|migrations_internal)$/,
    why: 'Strapi keeps there what the schemas of the running release are',
  },
  {
    table: /^public\.(admin|up)_permissions(_role_lnk)?$/,
    why: 'roles hold what the running release says (src/bootstrap)',
  },
  { table: /^public\.strapi_sessions$/, why: 'sessions begin and end' },
  { table: /^stadtverbund\.(version|timed_changes)$/, why: 'move with time' },
  {
    table: /^stadtverbund\.(listing|listing_hours|listing_word|opening_hours|read_model_shape)$/,
    why: 'the read model is rebuilt from the documents when its shape changes; hours are extended every day',
  },
  {
    table: /^stadtverbund\.reason_template$/,
    only: keepsTexts,
    why: 'texts are by language, no longer a column each',
  },
  {
    table: /^stadtverbund\.(rate_limit|presence)$/,
    only: ({ key }) => !key.includes('fixture'),
    why: 'counters whose window is over and editors who left are swept',
  },
  {
    table: /^stadtverbund\.(report|claim)$/,
    only: ({ after }) => after === undefined,
    why: 'reports and claims are kinds of one (below)',
  },
  { table: /^stadtverbund\.feed_(state|fanout)$/, why: 'who sends what is due, and how far' },
  {
    table: /^stadtverbund\.feed_(event|head)$/,
    only: (difference) => isNew(difference) || addsFacts(difference),
    why: 'what is public may be told again, never taken back; a filter that has come adds what it looks at',
  },
];

const isIntended = (difference: Difference): boolean =>
  INTENDED.some(({ table, only }) => table.test(difference.table) && (only?.(difference) ?? true));

let original: Tables;
let started: Tables;

beforeAll(async () => {
  await onDatabase(testClusterUrl(), `create database ${ORIGINAL} template template0`);
  await restoreRelease(RELEASE, databaseUrl(ORIGINAL));
  [original, started] = [await readTables(databaseUrl(ORIGINAL)), await readTables(startedApp().databaseUrl)];
});

afterAll(() => onDatabase(testClusterUrl(), `drop database ${ORIGINAL} with (force)`));

it('the fixture has rows in every table that people fill', () => {
  const filled = [...original].filter(([, { rows }]) => rows.size > 0).map(([name]) => name);
  const own = [...original.keys()].filter((name) => name.startsWith('stadtverbund.'));
  expect(own.filter((name) => !filled.includes(name))).toEqual(['stadtverbund.feed_resync']);
  for (const name of [
    'businesses',
    'offers',
    'campaigns',
    'advisory_contacts',
    'organisations',
    'press_notices',
  ])
    expect(filled).toContain(`public.${name}`);
});

it('no row of the old installation is lost or changed by the start', () => {
  expect(differences(original, started).filter((one) => !isIntended(one))).toEqual([]);
});

interface Report {
  id: number;
  kind: string;
  message: string;
  email: string | null;
  document_id: string;
  created_at: string;
  resolved_at: string | null;
  resolution: string | null;
}

interface Claimed {
  id: string;
  business: string;
  account_id: number;
  reason: string;
  state: string;
  created_at: string;
  decided_at: string | null;
  decision_reason: string | null;
}

const oldRows = <Row>(table: string): Row[] => [...original.get(table)!.rows.values()] as Row[];

it('each report and claim is in the intake, with its number, and addresses are with the people', async () => {
  const rows = await onDatabase(
    startedApp().databaseUrl,
    `select i.*, p.email, p.locale, p.delete_after::text from stadtverbund.intake i
     left join stadtverbund.person p on p.id = i.person_id order by i.year, i.number`,
  );
  const moment = (at: string | null): number | null => (at === null ? null : new Date(at).getTime());
  const reports = oldRows<Report>('stadtverbund.report');
  const claims = oldRows<Claimed>('stadtverbund.claim');
  expect(reports.length).toBeGreaterThan(1);
  expect(claims.length).toBeGreaterThan(3);
  expect(rows).toHaveLength(reports.length + claims.length);
  expect(rows.map(({ number }) => number).sort()).toEqual(rows.map((_row, at) => at + 1).sort());
  for (const { kind, message, email, document_id, created_at, resolved_at, resolution } of reports) {
    const row = rows.find((one) => one.message === message && one.document_id === document_id)!;
    expect(row).toMatchObject({
      fields: { said: kind },
      email,
      account_id: null,
      decision_reason: resolution,
    });
    expect(row.decision).toBe(resolved_at ? 'settled' : null);
    expect([row.created_at, row.decided_at].map((at) => moment(at as string | null))).toEqual([
      moment(created_at),
      moment(resolved_at),
    ]);
  }
  for (const { id, business, account_id, reason, state, decided_at, decision_reason } of claims) {
    const row = rows.find((one) => one.id === id)!;
    expect(row).toMatchObject({
      kind: 'claim',
      document_id: business,
      account_id,
      message: reason,
      decision_reason,
    });
    expect(row.decision).toBe({ open: null, accepted: 'accepted', refused: 'declined' }[state]);
    expect(moment(row.decided_at as string | null)).toBe(moment(decided_at));
  }
});

it('what the old release refused to change is still refused, by one function', async () => {
  const guards = `select tgrelid::regclass::text as watched, tgname as name from pg_trigger
    where tgfoid = 'stadtverbund.refuse_change'::regproc order by 1, 2`;
  expect((await onDatabase(startedApp().databaseUrl, guards)).map(({ name }) => name)).toEqual([
    'data_request_append_only',
    'data_request_kept',
    'feed_event_no_delete',
    'feed_event_no_truncate',
    'feed_event_no_update',
    'intake_decided_once',
    'moderation_log_no_delete',
    'moderation_log_no_update',
    'moderation_log_erasure_append_only',
  ]);
  const former = `select to_regproc('stadtverbund.refuse_log_change') as log, to_regproc('stadtverbund.feed_guard') as feed`;
  expect(await onDatabase(startedApp().databaseUrl, former)).toEqual([{ log: null, feed: null }]);
});

it('jobs that waited still wait', async () => {
  const waiting = `select data::text from pgboss.job where state = 'created' and keep_until > '2099-01-01'`;
  const jobs = await onDatabase(startedApp().databaseUrl, waiting);
  expect(jobs).toEqual([{ data: expect.stringContaining('spaeter@leute.example') as string }]);
});

it('a mail that waited with its text is delivered once, and nothing of it is left', async () => {
  const { databaseUrl: url } = startedApp();
  const job = `select data::text, state::text from pgboss.job where name = 'mail' and keep_until > '2099-01-01'`;
  await onDatabase(
    url,
    `update pgboss.job set start_after = now() where name = 'mail' and state = 'created'`,
  );
  const mail = await waitForMail('spaeter@leute.example');
  expect(mail.text).not.toBe('');
  await eventually('its job is done', async () => (await onDatabase(url, job))[0]?.state === 'completed');
  expect(await onDatabase(url, job)).toEqual([{ data: '{}', state: 'completed' }]);
  expect(mailsTo('spaeter@leute.example')).toHaveLength(1);
});

it('no queue, job or archived job of the old release holds an address or a text of a mail any more', async () => {
  const { databaseUrl: url } = startedApp();
  const queues = await onDatabase(url, `select name from pgboss.queue where name like '%mail%'`);
  expect(queues.map(({ name }) => name).toSorted()).toEqual(['mail', 'mail-rests']);
  const jobs = await onDatabase(
    url,
    `select data::text, output::text from pgboss.job where name like '%mail%'
     union all select data::text, output::text from pgboss.archive where name like '%mail%'`,
  );
  for (const kept of jobs) expect(JSON.stringify(kept)).not.toContain('@');
});

type Json = unknown;
type Holder = Readonly<Record<string, unknown>>;

/** The same answer without some members, which are told by their name and what is beside them. */
const without =
  (isLeftOut: (name: string, beside: Holder) => boolean) =>
  (answer: Json): Json =>
    JSON.parse(
      JSON.stringify(answer, function (this: Holder, name: string, value: unknown) {
        return isLeftOut(name, this) ? undefined : value;
      }),
    );

const withoutAddresses = without((name, beside) => name === 'email' && 'website' in beside);
// Documents and components no longer tell the numbers of their rows (ADR 66); files do.
const withoutRowIds = without((name, beside) => name === 'id' && !('mime' in beside));
const withoutFiles = without((name, beside) => name === 'image' && 'credit' in beside);
// Where a business serves, and whom a notice is meant for: nobody has said it yet.
const withoutServed = without((name) => name === 'servedDistricts' || name === 'serviceArea');
const withoutAudiences = without((name) => name === 'audiences');
const withoutIds = without((name, beside) => name === 'documentId' && 'highlights' in beside);

interface Listed {
  data: { title?: string }[];
  meta: { pagination: { total: number } };
}

/** An answer that later releases change on purpose: what of the old one is gone, and what is new in the new one. */
interface Otherwise {
  why: string;
  old?: (answer: Json) => Json;
  now?: (answer: Json) => Json;
}

const BUSINESSES: Otherwise = {
  why: 'no e-mail address of a business leaves; pictures bring their files; where it serves',
  old: withoutAddresses,
  now: (answer) => withoutServed(withoutFiles(answer)),
};

/** Excerpts of texts without the line that says where the business is. */
const withoutPlaces = (answer: Json): Json =>
  JSON.parse(JSON.stringify(answer).replace(/\\n[^"\\]*\d{5} Dortmund(?=")/g, '')) as Json;

/** With the addresses of pages for those of the directory. */
const onPages = (answer: Json): Json =>
  JSON.parse(JSON.stringify(answer).replaceAll('/api/directory/listings/business/', '/betriebe/')) as Json;

const ANSWERED_OTHERWISE: Readonly<Record<string, Otherwise>> = {
  '/api/press-notices?pagination[pageSize]=100&populate=*': {
    why: 'a notice is public from its day on; the old release showed one of 2099; whom it is meant for',
    now: withoutAudiences,
    old: (answer) => {
      const { data, meta } = answer as Listed;
      const kept = data.filter(({ title }) => title !== 'Eine Meldung von morgen');
      const total = meta.pagination.total - 1;
      return { data: kept, meta: { ...meta, pagination: { ...meta.pagination, total } } };
    },
  },
  '/api/businesses?pagination[pageSize]=100&populate=*': BUSINESSES,
  '/api/businesses?pagination[pageSize]=100&populate=*&locale=en': BUSINESSES,
  '/api/campaigns?populate=*': { why: 'pictures bring their files', now: withoutFiles },
  '/api/organisations?pagination[pageSize]=100&populate=*': {
    why: 'their addresses are kept as those of businesses are',
    old: withoutAddresses,
  },
  '/api/directory/search?q=Buchhandlung': {
    why: 'hits name their documents, and no e-mail address; excerpts do not repeat where the business is; listings have pages',
    old: (answer) => onPages(withoutPlaces(withoutAddresses(answer))),
    now: withoutIds,
  },
  '/api/city-profile?populate=*': {
    why: 'a city has a logo and two colours, and says what only it knows on the pages of the law',
    now: without((name) =>
      [
        ...['logo', 'mainColour', 'secondColour'],
        ...['operator', 'privacy', 'accessibility', 'termsOfUse', 'isExample'],
      ].includes(name),
    ),
  },
};

const withChange = (answer: string, change: ((answer: Json) => Json) | undefined): string =>
  change ? JSON.stringify(change(JSON.parse(answer))) : answer;

// Whether it is open depends on the moment.
const timeless = (answer: string): string =>
  answer.replace(/"openNow":(true|false|null),"nextChange":("[^"]*"|null)/g, '"openNow":"…"');

it.each(Object.entries(answersOf(RELEASE).anyone))(
  'answers %s as before, byte for byte',
  async (path, old) => {
    const otherwise = ANSWERED_OTHERWISE[path];
    const numbered = path.startsWith('/api/directory/') ? old : withChange(old, withoutRowIds);
    const before = timeless(withChange(numbered, otherwise?.old));
    const now = timeless(withChange((await request(path)).text, otherwise?.now));
    // Parsed first, since that difference is readable.
    expect(JSON.parse(now)).toEqual(JSON.parse(before));
    // With more populated, members come in another order.
    if (!otherwise?.now) expect(now).toBe(before);
  },
);

// Files of a contributor that nothing public uses: the old release showed them to anyone with the address.
const UNREVIEWED = /^\/uploads\/ungenutzt_/;

it('serves the files, but no longer those that nobody has reviewed', async () => {
  const files = await onDatabase(startedApp().databaseUrl, 'select distinct url from files order by url');
  expect(files.length).toBeGreaterThan(2);
  for (const { url } of files) {
    const { status } = await request(String(url));
    expect(`${String(url)} ${status}`).toBe(`${String(url)} ${UNREVIEWED.test(String(url)) ? 404 : 200}`);
  }
});

it('administrators and contributors sign in with their passwords', async () => {
  for (const { email, password } of installation.admins)
    expect(await adminLogin(email, password)).toEqual(expect.any(String));
  for (const { email, password } of installation.contributors) {
    const token = await contributorLogin(email, password);
    const own = await request<{ meta: { pagination: { total: number } } }>('/api/my/businesses', { token });
    expect({ email, total: own.body.meta.pagination.total }).toEqual({
      email,
      total: await managedBy(email),
    });
  }
});

/** How many businesses an account managed in the old installation. */
async function managedBy(email: string): Promise<number> {
  const [row] = await onDatabase(
    databaseUrl(ORIGINAL),
    `select count(distinct b.document_id)::int as total from up_users u
     join memberships_user_lnk mu on mu.user_id = u.id
     join memberships m on m.id = mu.membership_id
     join businesses b on b.document_id = m.business where u.email = '${email}'`,
  );
  return Number(row?.['total']);
}

it('API tokens still open what they opened', async () => {
  for (const { accessKey } of installation.apiTokens)
    expect((await request('/api/businesses', { token: accessKey })).status).toBe(200);
});

it.each(installation.portals)(
  'the portal "$name" continues after its cursor',
  async ({ documentId, token, cursor }) => {
    const { status, body } = await pull(token, { limit: '500', after: cursor });
    expect(status).toBe(200);
    const before = answersOf(RELEASE).portals[documentId] ?? [];
    expect(body.data.slice(0, before.length)).toEqual(before);
  },
);

it.each(installation.portals)('the portal "$name" keeps what it asks for', async ({ documentId }) => {
  const [row] = await onDatabase(
    databaseUrl(ORIGINAL),
    `select filter from portal_feed_portals where document_id = '${documentId}'`,
  );
  expect((await portals().findOne(documentId))?.filter).toMatchObject(row?.['filter'] as object);
});

it('the link of an open invitation still works', async () => {
  const { strapi } = startedApp();
  for (const [email, link] of Object.entries(installation.invitations)) {
    const password = PASSWORD;
    await request('/api/auth/local/register', { body: { username: email, email, password } });
    await strapi.db
      .query('plugin::users-permissions.user')
      .update({ where: { email }, data: { confirmed: true } });
    const token = await contributorLogin(email);
    const accepted = await request('/api/my/invitations/accept', { token, body: { token: link } });
    expect(accepted.status).toBe(200);
  }
});

it('a second start changes nothing more', async () => {
  const { databaseUrl: url } = startedApp();
  const before = await readTables(url);
  await bootInOwnProcess(url, { ...installation.environment, MAIL_DIR: startedApp().mailFolder });
  // What the first start has told portals is sent again meanwhile, since nobody answers at their addresses.
  const moving =
    /^(stadtverbund\.(version|timed_changes|rate_limit|feed_(state|fanout|attempt|delivery|health))|public\.strapi_sessions)$/;
  // Strapi counts its media library once a week, at the time of the first start.
  const counted = await onDatabase(
    url,
    `select id from strapi_core_store_settings where key = 'plugin_upload_metrics'`,
  );
  // Of a new component it notes only at its second start that numbers of rows are not searched.
  const views = `select id, key from strapi_core_store_settings
    where key like 'plugin_content_manager_configuration_components::%'`;
  const former = (await onDatabase(databaseUrl(ORIGINAL), views)).map(({ key }) => key);
  const noted = (await onDatabase(url, views)).filter(({ key }) => !former.includes(key));
  const isOfStrapi = ({ table, key }: Difference): boolean =>
    table === 'public.strapi_core_store_settings' &&
    [...counted, ...noted].some(({ id }) => key === `[${String(id)}]`);
  const changed = differences(before, await readTables(url)).filter(
    (one) => !moving.test(one.table) && !isOfStrapi(one),
  );
  expect(changed).toEqual([]);
});
