import { assertDescribed } from './openapi/described-exchanges';
import { startedApp } from './started-app';

export interface RequestOptions {
  method?: string;
  /** Sent as JSON, unless it is a FormData or a string */
  body?: unknown;
  headers?: Record<string, string>;
  /** Bearer token of an admin or a contributor, or an API token */
  token?: string;
}

export interface Answer<Body = unknown> {
  status: number;
  headers: Headers;
  text: string;
  /** Parsed JSON; undefined if the answer is not JSON */
  body: Body;
}

/**
 * Sends a real HTTP request to the suite's Strapi. What contributors use has to be as the OpenAPI document says. Paths are complete: `/api/businesses?locale=de`, `/admin/login`.
 *
 * @example const { status, body } = await request<{ data: { name: string }[] }>('/api/businesses')
 */
export async function request<Body = unknown>(
  path: string,
  options: RequestOptions = {},
): Promise<Answer<Body>> {
  const { method = options.body === undefined ? 'GET' : 'POST', token, body } = options;
  const isJson = body !== undefined && !(body instanceof FormData) && typeof body !== 'string';
  const response = await fetch(`${startedApp().url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(isJson ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...options.headers,
    },
    body: isJson ? JSON.stringify(body) : body,
  });
  const text = await response.text();
  const { status, headers } = response;
  assertDescribed({ method, path, status, headers, text, ...(isJson ? { sent: body } : {}) });
  // Not x-ndjson, which has one document per line.
  const isJsonAnswer = /[/+]json/.test(response.headers.get('content-type') ?? '') && text !== '';
  return {
    status,
    headers,
    text,
    // Parsed here, so that objects belong to the test's realm and toStrictEqual works.
    body: (isJsonAnswer ? JSON.parse(text) : undefined) as Body,
  };
}

/** A GraphQL error; `extensions.error` is what REST would answer. */
export interface GraphqlError {
  message: string;
  extensions?: {
    code?: string;
    error?: { status: number; name: string; message: string; details: { code: string } };
  };
}

/** Sends a GraphQL query over HTTP, by default anonymously. */
export function graphql<Data = Record<string, unknown>>(
  query: string,
  variables?: Record<string, unknown>,
  options: Omit<RequestOptions, 'body' | 'method'> = {},
): Promise<Answer<{ data?: Data; errors?: GraphqlError[] }>> {
  return request('/graphql', { ...options, body: { query, variables } });
}
