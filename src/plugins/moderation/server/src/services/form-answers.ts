import type { Core } from '@strapi/strapi';
import { formVersion } from './content-version';
import type { FormContext } from './form-request';

type Handler = (ctx: FormContext) => Promise<unknown>;
type Controller = Record<string, Handler>;

interface Controllers {
  extend(uid: string, change: (controller: Controller) => Controller): void;
}

const WRITES = ['update', 'createOrUpdate', 'publish', 'unpublish', 'discard'] as const;

/**
 * Adds to what the content manager's form is answered: `meta.formVersion`, to be sent back with its next write, and
 * after a save `meta.merged`, what others had changed meanwhile. To be called in `register()`, before routes are built.
 */
export function answerForms(strapi: Core.Strapi): void {
  const controllers: Controllers = strapi.get('controllers');
  controllers.extend('plugin::content-manager.collection-types', (controller) => ({
    ...withVersions(controller),
    findOne: reading(strapi, controller, 'findOne'),
  }));
  controllers.extend('plugin::content-manager.single-types', (controller) => ({
    ...withVersions(controller),
    find: reading(strapi, controller, 'find'),
  }));
}

/** The version is read first: what is written while the form is read makes it older than what it shows, never younger. */
const reading =
  (strapi: Core.Strapi, controller: Controller, name: string): Handler =>
  async (ctx) => {
    const documentId = await documentOf(strapi, ctx);
    const version = documentId && (await formVersion(strapi, String(ctx.params.model), documentId));
    const result = await controller[name]?.(ctx);
    if (version) addToMeta(ctx, { formVersion: version });
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

function withVersions(controller: Controller): Controller {
  const written = WRITES.flatMap((name) => {
    const handler = controller[name];
    if (!handler) return [];
    const answering: Handler = async (ctx) => {
      const result = await handler.call(controller, ctx);
      const { version, merged = [] } = ctx.state.form ?? {};
      if (version) addToMeta(ctx, { formVersion: version, merged });
      return result;
    };
    return [[name, answering] as const];
  });
  return { ...controller, ...Object.fromEntries(written) };
}

function addToMeta(ctx: FormContext, told: Record<string, unknown>): void {
  const body = ctx.body as { meta?: Record<string, unknown> } | null | undefined;
  if (body?.meta) body.meta = { ...body.meta, ...told };
}
