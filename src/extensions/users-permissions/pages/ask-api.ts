import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { innerAnswer } from '#src/response-cache/inner-request';
import type { Asked, Problem } from '#src/platform/pages/page';
import type { RefusalBody } from '#src/platform/refusals/refusal';

type Koa = (request: IncomingMessage, response: ServerResponse) => unknown;

/** What the API says to a page. */
export type ApiAnswer<Body> =
  | { readonly ok: true; readonly body: Body }
  | {
      readonly ok: false;
      readonly status: number;
      readonly problems: readonly Problem[];
      readonly retryAfter: number | undefined;
    };

// Kept by instance, since making it composes all middlewares.
const apps = new WeakMap<Core.Strapi, Koa>();

function koaOf(strapi: Core.Strapi): Koa {
  const found = apps.get(strapi) ?? strapi.server.app.callback();
  apps.set(strapi, found);
  return found;
}

// What says where a request comes from, so that limits count it for the reader, not for the page.
const FORWARDED = ['host', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'user-agent'] as const;

const forwarded = (ctx: Context): Record<string, string> =>
  Object.fromEntries(
    FORWARDED.flatMap((name) => {
      const value = ctx.req.headers[name];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );

function problemsIn({ error }: RefusalBody): Problem[] {
  return error.details.errors.map(({ path: [field], message }) =>
    field === undefined ? { message } : { field: String(field), message },
  );
}

/**
 * Asks our own API for the reader of a page, by its rules and limits, and as if from the reader's address. Cookies that
 * it answers with go nowhere: pages sign nobody in.
 * @param path of a POST
 * @param jwt of the account that it is asked for
 * @throws if the API fails
 */
export async function askApi<Body>(
  { strapi, ctx, language }: Asked,
  path: string,
  body: object,
  jwt?: string,
): Promise<ApiAnswer<Body>> {
  const answer = await innerAnswer(koaOf(strapi), {
    method: 'POST',
    url: path,
    headers: {
      ...forwarded(ctx),
      accept: 'application/json',
      'accept-language': language,
      'content-type': 'application/json',
      ...(jwt === undefined ? {} : { authorization: `Bearer ${jwt}` }),
    },
    body: Buffer.from(JSON.stringify(body)),
    remoteAddress: ctx.req.socket.remoteAddress,
  });
  const text = answer.body.toString('utf8');
  if (answer.status >= 500) throw new Error(`POST ${path} answered ${answer.status}: ${text}`);
  const parsed: unknown = text === '' ? {} : JSON.parse(text);
  if (answer.status < 400) return { ok: true, body: parsed as Body };
  const { status, headers } = answer;
  const wait = headers['retry-after'];
  return {
    ok: false,
    status,
    problems: problemsIn(parsed as RefusalBody),
    retryAfter: wait === undefined ? undefined : Number(wait),
  };
}
