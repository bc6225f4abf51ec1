import { factories } from '@strapi/strapi';
import type { Context } from 'koa';
import { listingTypes } from '../listing/listing-types';
import { modelGetter, modelOf } from '../platform/strapi/models';
import { addDerivedFields, helperFields } from './derived-fields';
import { withoutRowIds } from './domain/row-ids';

interface Entry {
  locale?: string;
  [attribute: string]: unknown;
}

interface Answer {
  data: Entry | Entry[] | null;
  meta: Record<string, unknown>;
}

type Action = (ctx: Context) => Promise<Answer | undefined>;

const notFound: Action = () => Promise.resolve(undefined);

/** The requested fields, or `undefined` for all. */
const askedFields = (fields: unknown): string[] | undefined => {
  if (fields === undefined || fields === '*') return undefined;
  const names = (Array.isArray(fields) ? fields : [fields]).flatMap((part) => String(part).split(','));
  return names.includes('*') ? undefined : names.map((name) => name.trim());
};

/**
 * The controller of a public content type: Strapi's own, with `meta.locale` on single documents, with derived fields
 * and without row ids.
 * What is public at all is decided in `guard-queries.ts`.
 */
export function publicController(uid: string) {
  return factories.createCoreController(uid as 'api::business.business', ({ strapi }) => {
    const answerWith = async (ctx: Context, action: Action, single: boolean): Promise<Answer | undefined> => {
      const asked = askedFields(ctx.query.fields);
      const helpers = helperFields(uid);
      const answer = await action(ctx);
      if (!answer?.data) return answer;
      const entries = Array.isArray(answer.data) ? answer.data : [answer.data];
      await addDerivedFields(strapi, uid, entries, new Date());
      if (single) answer.meta = { ...answer.meta, locale: entries[0]?.locale };
      if (asked) for (const entry of entries) dropUnasked(entry, helpers, asked);
      const shown = entries.map((entry) => withoutRowIds(modelOf(strapi, uid), entry, modelGetter(strapi)));
      return { ...answer, data: Array.isArray(answer.data) ? shown : (shown[0] ?? null) };
    };

    // Strapi makes its core controller the prototype of this object; it has the plain actions.
    const core = (controller: object, name: 'find' | 'findOne'): Action =>
      (Object.getPrototypeOf(controller) as Record<string, Action>)[name]?.bind(controller) ?? notFound;

    return {
      find(this: object, ctx: Context) {
        return answerWith(ctx, core(this, 'find'), listingTypes(strapi).public.get(uid)?.isSingle === true);
      },
      findOne(this: object, ctx: Context) {
        return answerWith(ctx, core(this, 'findOne'), true);
      },
    };
  });
}

function dropUnasked(entry: Entry, helpers: readonly string[], asked: readonly string[]): void {
  for (const name of helpers) if (!asked.includes(name)) delete entry[name];
}
