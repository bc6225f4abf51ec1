import type { Core } from '@strapi/strapi';
import { wrapFormActions } from '#src/platform/strapi/patches/index';
import { formVersion } from './content-version';
import type { FormContext } from './form-request';

type Handler = (ctx: FormContext) => Promise<unknown>;

/**
 * Adds to the content manager's answers for a form: `meta.formVersion`, to be sent back with its next write, and after
 * a save `meta.merged`, what others have changed in the meantime. Call in `register()`, before routes are built.
 */
export function answerForms(strapi: Core.Strapi): void {
  wrapFormActions<FormContext>(strapi, { read: reading(strapi), write: writing });
}

/** The version is read first, so that a concurrent write makes it older than what the form shows, never newer. */
const reading =
  (strapi: Core.Strapi) =>
  (next: Handler): Handler =>
  async (ctx) => {
    const documentId = await documentOf(strapi, ctx);
    const version = documentId && (await formVersion(strapi, String(ctx.params.model), documentId));
    const result = await next(ctx);
    if (version) addToMeta(ctx, { formVersion: version });
    return result;
  };

const writing =
  (next: Handler): Handler =>
  async (ctx) => {
    const result = await next(ctx);
    const { version, merged = [] } = ctx.state.form ?? {};
    if (version) addToMeta(ctx, { formVersion: version, merged });
    return result;
  };

async function documentOf(
  strapi: Core.Strapi,
  { params: { model, id } }: FormContext,
): Promise<string | undefined> {
  if (!model?.startsWith('api::')) return undefined;
  if (id !== undefined) return id;
  const row = (await strapi.db.query(model).findOne({ select: ['documentId'] })) as {
    documentId: string;
  } | null;
  return row?.documentId;
}

function addToMeta(ctx: FormContext, told: Record<string, unknown>): void {
  const body = ctx.body as { meta?: Record<string, unknown> } | null | undefined;
  if (body?.meta) body.meta = { ...body.meta, ...told };
}
