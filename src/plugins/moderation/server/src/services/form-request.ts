import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { ContentVersion } from '../domain/content-version';
import type { FormAction } from '../domain/unseen';

// JSON of a `ContentVersion`: 2 kB for two languages of a listing; Node accepts 16 kB of headers.
const FORM_VERSION = 'form-version';

const version = z.record(z.string(), z.record(z.string(), z.string()));

/** State shared between a form's request and its check. */
export interface FormState {
  /** Set after the first write of a request, since the next would find what the first has written. */
  checked?: boolean;
  /** The version after the last write, for the answer. */
  version?: ContentVersion;
  merged?: readonly { locale: string; field: string }[];
}

export interface FormContext {
  readonly path: string;
  readonly method: string;
  readonly params: { readonly model?: string; readonly id?: string };
  readonly request: { readonly body?: unknown };
  readonly state: { form?: FormState; userAbility?: unknown; user?: { id: number } };
  get(header: string): string;
  body: unknown;
}

const ROUTES = /^\/content-manager\/(?:collection|single)-types\//;

/** The running request, if it is the content manager's. */
export function contentManagerRequest(strapi: Core.Strapi): FormContext | undefined {
  const ctx = strapi.requestContext.get() as FormContext | undefined;
  return ctx && ROUTES.test(ctx.path) ? ctx : undefined;
}

/** What the form behind a request has shown; `undefined` if the request has no version. */
export function seenVersion(ctx: FormContext): ContentVersion | undefined {
  const header = ctx.get(FORM_VERSION);
  if (header === '') return undefined;
  try {
    return version.parse(JSON.parse(header));
  } catch (error) {
    // Not ours, or truncated: it does not tell what was seen, so everything counts as unseen.
    if (error instanceof SyntaxError || error instanceof z.ZodError) return {};
    throw error;
  }
}

/** What a request does with the draft; `undefined` if it removes nothing and publishes nothing new. */
export function formAction(ctx: FormContext): FormAction | undefined {
  if (ctx.method === 'DELETE') return 'drop';
  if (ctx.method === 'PUT') return 'save';
  const [, action] = /\/actions\/(\w+)$/.exec(ctx.path) ?? [];
  if (action === 'publish') return 'publish';
  const body = (ctx.request.body ?? {}) as { discardDraft?: unknown };
  if (action === 'discard' || (action === 'unpublish' && body.discardDraft)) return 'drop';
  return undefined;
}
