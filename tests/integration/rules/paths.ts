import { createAdmin, request, startedApp, type AdminAccount } from '../../support';

/** The outcome of a write by any path. */
export interface Outcome {
  ok: boolean;
  /** HTTP status; errors of the document service are converted to it. */
  status: number;
  errors: { path: (string | number)[]; message: string }[];
  message: string;
  data: Record<string, unknown>;
}

export type Data = Record<string, unknown>;

interface PanelAnswer {
  data?: Data;
  error?: { message: string; details?: { errors?: Outcome['errors'] } };
}

interface Thrown extends Error {
  details?: { errors?: Outcome['errors'] };
}

const STATUS: Record<string, number> = { ValidationError: 400, ForbiddenError: 403 };

const editors = new Map<string, Promise<AdminAccount>>();

/** One editor of each language for the suite. */
export const editor = (language = 'de'): Promise<AdminAccount> => {
  const known = editors.get(language) ?? createAdmin({ role: 'strapi-super-admin', language });
  editors.set(language, known);
  return known;
};

/** A request of the content manager. */
export async function panel(
  path: string,
  {
    method,
    body,
    token,
    headers,
  }: { method?: string; body?: unknown; token?: string; headers?: Record<string, string> } = {},
): Promise<Outcome> {
  const answer = await request<PanelAnswer>(`/content-manager/${path}`, {
    method,
    body,
    headers,
    token: token ?? (await editor()).token,
  });
  return {
    ok: answer.status < 300,
    status: answer.status,
    errors: answer.body?.error?.details?.errors ?? [],
    message: answer.body?.error?.message ?? '',
    data: answer.body?.data ?? {},
  };
}

/** A call of the document service, with errors turned into the outcome they have over HTTP. */
export async function service(call: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { ok: true, status: 200, errors: [], message: '', data: (await call()) as Data };
  } catch (thrown) {
    const { name, message, details } = thrown as Thrown;
    if (!(name in STATUS)) throw thrown;
    return { ok: false, status: STATUS[name] ?? 500, errors: details?.errors ?? [], message, data: {} };
  }
}

interface Documents {
  create(params: Data): Promise<Data>;
  update(params: Data): Promise<Data>;
  publish(params: Data): Promise<{ entries: Data[] }>;
  unpublish(params: Data): Promise<{ entries: Data[] }>;
  discardDraft(params: Data): Promise<unknown>;
  delete(params: Data): Promise<unknown>;
  clone(params: Data): Promise<{ documentId: string; entries: Data[] }>;
  findOne(params: Data): Promise<Data | null>;
  findMany(params: Data): Promise<Data[]>;
}

/** The document service of the running Strapi, for any content type. */
export const documents = (uid: string): Documents =>
  startedApp().strapi.documents(uid as never) as unknown as Documents;

/** The two existing ways into the document service: the admin panel, and code (import, jobs). */
export const CREATE: [string, (uid: string, data: Data) => Promise<Outcome>][] = [
  ['the content manager', (uid, data) => panel(`collection-types/${uid}?locale=de`, { body: data })],
  ['the document service', (uid, data) => service(() => documents(uid).create({ locale: 'de', data }))],
];

export const UPDATE: [string, (uid: string, documentId: string, data: Data) => Promise<Outcome>][] = [
  [
    'the content manager',
    (uid, documentId, data) =>
      panel(`collection-types/${uid}/${documentId}?locale=de`, { method: 'PUT', body: data }),
  ],
  [
    'the document service',
    (uid, documentId, data) => service(() => documents(uid).update({ documentId, locale: 'de', data })),
  ],
];

export const BUSINESS = 'api::business.business';
export const OFFER = 'api::offer.offer';
export const CAMPAIGN = 'api::campaign.campaign';
export const CONTACT = 'api::advisory-contact.advisory-contact';
export const NOTICE = 'api::press-notice.press-notice';
export const CATEGORY = 'api::category.category';
