import { documentReading } from '#src/admin/strapi/panel';
import { changeEndpoints } from '#src/admin/strapi/patches/index';
import { forgetAllKept } from './kept-inputs';
import type { FormVersion } from './domain/three-way';
import { formKey, lastVersion, noteVersion, openForm, type FormName, type Outcome } from './open-forms';
import { failureText } from './failure-text';
import type { ChangedBy, ChangedField } from '#src/plugins/moderation/server/src/panel-contract';

interface Request {
  readonly data?: Record<string, unknown>;
  readonly config?: Record<string, unknown>;
}

interface ApiError {
  readonly name?: string;
  readonly status?: number;
  readonly message?: string;
  readonly details?: {
    readonly code?: string;
    readonly errors?: readonly { readonly path?: readonly unknown[] }[];
    readonly changes?: readonly ChangedField[];
    readonly by?: ChangedBy | null;
    readonly formVersion?: FormVersion;
  };
}

interface Answer {
  readonly data?: unknown;
  readonly meta?: {
    readonly formVersion?: FormVersion;
    readonly merged?: readonly { locale: string; field: string }[];
  };
}

type Tags = (result: unknown, error: unknown, arg: FormName) => readonly unknown[];
interface Started {
  readonly queryFulfilled: Promise<{ data: Answer | undefined }>;
}
interface QueryApi {
  readonly getState: () => unknown;
}
type QueryFn = (
  arg: FormName,
  api: QueryApi,
  extra: unknown,
  base: unknown,
) => Promise<{ data?: Answer; error?: ApiError }>;

/** The parts of a Strapi endpoint that we change and its types do not include. */
interface Endpoint {
  query?: (arg: FormName) => Request;
  queryFn?: QueryFn;
  invalidatesTags?: Tags;
  onQueryStarted?: (arg: FormName, api: Started) => Promise<void>;
  transformErrorResponse?: (error: ApiError) => ApiError;
}

// Endpoints whose form is on the page, so that there is a version and typed input for them.
const WRITES = [
  'updateDocument',
  'publishDocument',
  'discardDocument',
  'unpublishDocument',
  'deleteDocument',
];
const MAKES = ['createDocument', 'cloneDocument', 'autoCloneDocument'];
// Strapi's dialogs for related documents save and publish; the version is that of their last read.
const OF_DIALOGS = ['updateDocument', 'publishDocument'];
// This panel does not use it, and the server has no such routes.
const AI = ['getAiFeatureConfig', 'getAiUsage', 'getAiToken', 'getAILocalizationJobsByDocument'];

/**
 * Makes the content manager's endpoints keep what was typed: a failing write leaves the form unchanged, every write
 * names the version that the form has shown, and the result is passed to the form. Call in `bootstrap`, when the
 * endpoints are defined.
 */
export function keepEndpoints(): void {
  const writes = WRITES.map((name) => [name, (endpoint: Endpoint) => keepWrite(name, endpoint)] as const);
  const makes = MAKES.map((name) => [name, (endpoint: Endpoint) => keepMaking(name, endpoint)] as const);
  const silent = AI.map((name) => [name, silence] as const);
  changeEndpoints<Endpoint>({
    ...Object.fromEntries([...writes, ...makes, ...silent]),
    getDocument: keepReading,
    logout: (endpoint) => {
      endpoint.onQueryStarted = () => Promise.resolve(forgetAllKept());
    },
  });
}

function keepWrite(name: string, endpoint: Endpoint): void {
  const { query } = endpoint;
  if (query) endpoint.query = (arg) => versioned(name, arg, query(arg));
  keepMaking(name, endpoint);
}

function keepMaking(name: string, endpoint: Endpoint): void {
  const { invalidatesTags: tags } = endpoint;
  // Reading the form again after a failure would overwrite it, or lose it if that read failed too.
  if (tags) endpoint.invalidatesTags = (result, error, arg) => (error ? [] : tags(result, error, arg));
  endpoint.transformErrorResponse = refusal;
  // Replaces Strapi's own, which writes the sent data into the cached answer and reverts it after a failure.
  endpoint.onQueryStarted = (arg, { queryFulfilled }) => tell(name, arg, queryFulfilled);
}

function versioned(name: string, arg: FormName, request: Request): Request {
  const key = formKey(arg);
  const form = openForm(key);
  const seen = form?.seen() ?? (OF_DIALOGS.includes(name) ? lastVersion(key) : undefined);
  const typed = form?.typed() ?? null;
  const { data } = request;
  const headers = seen ? { 'Form-Version': JSON.stringify(seen) } : {};
  const sent = data && typed && OF_DIALOGS.includes(name) ? only(data, typed) : data;
  return { ...request, ...(sent ? { data: sent } : {}), config: { ...request.config, headers } };
}

const only = (data: Record<string, unknown>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([name]) => names.includes(name)));

async function tell(endpoint: string, arg: FormName, answered: Started['queryFulfilled']): Promise<void> {
  const form = openForm(formKey(arg));
  if (!form) {
    // Awaited only to avoid an unhandled rejection; Strapi reports the failure to the caller.
    await answered.catch(() => undefined);
    return;
  }
  const sent = form.typed();
  form.heard(await outcomeOf(endpoint, sent, answered));
}

async function outcomeOf(
  endpoint: string,
  sent: readonly string[] | null,
  answered: Started['queryFulfilled'],
): Promise<Outcome> {
  try {
    const { data } = await answered;
    return {
      kind: 'done',
      endpoint,
      version: data?.meta?.formVersion,
      sent,
      merged: data?.meta?.merged ?? [],
    };
  } catch (thrown) {
    const { details } = (thrown as { error?: ApiError }).error ?? {};
    if (details?.code !== 'changed-meanwhile') return { kind: 'failed', endpoint };
    const { changes = [], by = null, formVersion = {} } = details;
    return { kind: 'changed-meanwhile', endpoint, changes, by, version: formVersion };
  }
}

/** For a `ValidationError` Strapi's form marks fields and stays unchanged; after any other error it counts as saved. */
function refusal(error: ApiError): ApiError {
  const { details, status, message } = error;
  return {
    ...error,
    name: 'ValidationError',
    message: failureText(status, message, document.documentElement.lang),
    // Errors about the document as a whole have no field to be shown at.
    details: { ...details, errors: (details?.errors ?? []).filter(({ path = [] }) => path.length > 0) },
  };
}

function keepReading(endpoint: Endpoint): void {
  const { queryFn } = endpoint;
  if (!queryFn) return;
  endpoint.queryFn = async (arg, api, extra, base) => {
    const answer = await queryFn(arg, api, extra, base);
    const version = answer.data?.meta?.formVersion;
    if (version && arg.params?.status !== 'published') noteVersion(formKey(arg), version);
    const known = isOutage(answer.error) ? lastAnswer(arg, api) : undefined;
    return known ? { data: known } : answer;
  };
}

// No answer, an answer from a proxy, or the end of the session: none of these concern the document.
const isOutage = (error: ApiError | undefined): boolean =>
  error !== undefined && (error.status === undefined || error.status === 401 || error.status >= 500);

/** The last answer, so that an open form stays open. */
function lastAnswer(arg: FormName, { getState }: QueryApi): Answer | undefined {
  return documentReading<FormName, Answer>().select(arg)(getState()).data;
}

function silence(endpoint: Endpoint): void {
  delete endpoint.query;
  endpoint.queryFn = () => Promise.resolve({ data: {} });
}
