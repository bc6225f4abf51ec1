import type { Core } from '@strapi/strapi';
import { lacksForPublishing } from '../../domain/complete-listing';
import { listingTypes } from '../../listing/listing-types';
import type { RuleContext } from '../rules/attribute-rules';
import { checkData } from '../rules/check-data';
import { readBeforehand } from '../rules/opening-rules';
import { assertNothing, groundOf, type Finding } from '../../platform/refusals/refusal';
import { ruleContext } from '../rules/rule-context';
import { rowsOf, type Row } from '../../platform/strapi/documents';
import { defaultLocale } from '../../platform/strapi/locales';
import { modelGetter } from '../../platform/strapi/models';
import {
  contentAttributes,
  deepPopulate,
  hasDrafts,
  isContent,
  isLocalized,
  partsIn,
  type Entry,
  type Model,
} from '../../platform/strapi/schema';
import { periodRules } from '../rules/cross-field-rules';
import { WRITES_DATA, type DocumentCall, type Step } from '../step';

const draftsOf = async (
  strapi: Core.Strapi,
  call: DocumentCall,
  locale?: string | string[] | null,
): Promise<Row[]> => {
  const getModel = modelGetter(strapi);
  const where: Entry = { documentId: call.params.documentId };
  if (hasDrafts(call.contentType)) where.publishedAt = null;
  if (isLocalized(call.contentType) && locale !== '*') {
    where.locale = locale ?? (await defaultLocale(strapi));
  }
  return rowsOf(strapi, call.uid, where, deepPopulate(call.contentType, getModel));
};

// A write of texts alone is not compared with anything stored.
const readsStored = (model: Model, data: Entry, context: RuleContext): boolean => {
  const periods = new Set(periodRules(context, model).flatMap(({ attributes }) => attributes));
  return contentAttributes(model).some(
    ([name, { type }]) => name in data && (type === 'component' || periods.has(name)),
  );
};

/**
 * Before create, update and clone: brings the data into normal form, or refuses it with all reasons at once.
 * @throws Refusal (400)
 */
export async function checkWrite(strapi: Core.Strapi, call: DocumentCall): Promise<void> {
  const { data, documentId, locale } = call.params;
  if (!data) return;
  const context = await ruleContext(strapi);
  const [stored] =
    documentId && readsStored(call.contentType, data, context) ? await draftsOf(strapi, call, locale) : [];
  await readBeforehand(partsIn(call.contentType, data, modelGetter(strapi)), context);
  const checked = checkData(call.contentType, data, stored, context, modelGetter(strapi));
  assertNothing(checked.violations.map(groundOf));
  call.params.data = checked.data;
}

/** What keeps one locale of a document from being published: the same checks again, and what is missing. */
const publishFindings = (
  strapi: Core.Strapi,
  model: Model,
  draft: Entry,
  context: RuleContext,
): Finding[] => {
  const type = listingTypes(strapi).all.get(model.uid);
  return [
    ...checkData(model, draft, draft, context, modelGetter(strapi)).violations,
    ...(type ? lacksForPublishing(type, draft) : []),
  ];
};

/**
 * Before publish: every locale that is to be published must be complete and is checked as a whole, including anything
 * written below the document service.
 * @throws Refusal (400)
 */
async function checkPublish(strapi: Core.Strapi, call: DocumentCall): Promise<void> {
  const drafts = await draftsOf(strapi, call, call.params.locale);
  await checkComplete(strapi, call, drafts);
}

/**
 * The same for drafts that are already loaded.
 * @throws Refusal (400)
 */
export async function checkComplete(
  strapi: Core.Strapi,
  call: DocumentCall,
  drafts: readonly Entry[],
): Promise<void> {
  const context = await ruleContext(strapi);
  const getModel = modelGetter(strapi);
  await readBeforehand(
    drafts.flatMap((draft) => partsIn(call.contentType, draft, getModel)),
    context,
  );
  const findings = drafts.flatMap((draft) => publishFindings(strapi, call.contentType, draft, context));
  assertNothing(findings.map(groundOf));
}

/**
 * After create or update with `status: 'published'`, which publish inside the same call without passing through the
 * middlewares again: the same check on what was stored. A refusal rolls the write back.
 * @throws Refusal (400)
 */
async function checkPublishedWrite(
  strapi: Core.Strapi,
  call: DocumentCall,
  documentId: string,
): Promise<void> {
  await checkPublish(strapi, { ...call, params: { ...call.params, documentId } });
}

/** Values in normal form, or all reasons at once; what is published is complete. */
export const checks: Step = {
  name: 'checks',
  appliesTo: (_strapi, { uid, action }) =>
    isContent(uid) && (WRITES_DATA.has(action) || action === 'publish'),
  before: (strapi, call) =>
    call.action === 'publish' ? checkPublish(strapi, call) : checkWrite(strapi, call),
  async after(strapi, call, { documentId }) {
    if (call.action !== 'publish' && call.params.status === 'published')
      await checkPublishedWrite(strapi, call, documentId);
  },
};
