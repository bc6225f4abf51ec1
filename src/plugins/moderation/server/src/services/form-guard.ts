import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/publication/index';
import type { DocumentCall, Next, Step } from '#src/writing/step';
import { lockDocument } from '#src/publication/locks';
import { defaultLocale } from '#src/platform/strapi/locales';
import { isLocalized } from '#src/platform/strapi/schema';
import type { ContentVersion } from '../domain/content-version';
import { unseenBy, type FormAction } from '../domain/unseen';
import { changedMeanwhile } from './changed-meanwhile';
import { digestsOf, formVersion } from './content-version';
import { localesOfCall } from './document-description';
import { contentManagerRequest, formAction, seenVersion, type FormContext } from './form-request';
import { givenFields } from './given-fields';
import { ownParts } from './own-parts';

const WRITES: ReadonlySet<string> = new Set(['update', 'publish', 'unpublish', 'discardDraft', 'delete']);

/**
 * Checks every write of the content manager's form against what that form has shown (docs/adr/0042), before moderation
 * decides anything.
 */
export const form: Step = {
  name: 'form',
  appliesTo: (_strapi, { action }) => WRITES.has(action),
  around(strapi, call, next) {
    const { documentId } = call.params;
    const ctx = contentManagerRequest(strapi);
    // A write may cause writes of other documents. Single types have no id in their path; neither have bulk actions,
    // but those send no version.
    const isOfForm = ctx?.params.model === call.uid && (ctx.params.id ?? documentId) === documentId;
    if (!ctx || !documentId || !isOfForm) return next();
    return inTransaction(strapi, () => guarded(strapi, { ctx, call, documentId }, next));
  },
};

interface Write {
  readonly ctx: FormContext;
  readonly call: DocumentCall;
  readonly documentId: string;
}

async function guarded(strapi: Core.Strapi, write: Write, next: Next): Promise<unknown> {
  const { ctx, call, documentId } = write;
  const form = (ctx.state.form ??= {});
  const [seen, action] = [seenVersion(ctx), formAction(ctx)];
  await lockDocument(strapi, { type: call.uid, documentId }, call.action === 'delete');
  if (seen && action && !form.checked) {
    form.merged = await check(strapi, write, action, seen);
    form.checked = true;
  }
  if (call.action === 'update' && call.params.data) {
    const place = {
      documentId,
      locale: (await localeOf(strapi, call)) || undefined,
      hasDrafts: call.contentType.options?.draftAndPublish === true,
    };
    call.params.data = await ownParts(strapi, call.uid, place, call.params.data);
  }
  const result = await next();
  if (seen) form.version = await formVersion(strapi, call.uid, documentId);
  return result;
}

/**
 * @returns what others have changed in the meantime and is kept
 * @throws Refusal `changed-meanwhile` (409)
 */
async function check(strapi: Core.Strapi, write: Write, action: FormAction, seen: ContentVersion) {
  const { ctx, call, documentId } = write;
  const { uid } = call;
  const locale = await localeOf(strapi, call);
  const now = await formVersion(strapi, uid, documentId);
  const given = call.action === 'update' ? givenFields(strapi, uid, call.params.data ?? {}) : {};
  const shared = Object.entries(call.contentType.attributes)
    .filter(([, attribute]) => !isLocalized(attribute))
    .map(([name]) => name);
  const found = unseenBy(
    {
      action,
      locale,
      given: digestsOf(strapi, given),
      reaches: await reached(strapi, write, action, locale, [...Object.keys(seen), ...Object.keys(now)]),
      shared: new Set(shared),
    },
    seen,
    now,
  );
  if (found.refused)
    throw await changedMeanwhile(strapi, ctx, { uid, documentId, locale, given, found, version: now });
  return found.others;
}

/** The locale that a call writes; `''` for a type without locales. */
async function localeOf(
  strapi: Core.Strapi,
  { contentType, params: { locale } }: DocumentCall,
): Promise<string> {
  if (!isLocalized(contentType)) return '';
  const [first] = typeof locale === 'string' ? [locale] : (locale ?? []);
  return first && first !== '*' ? first : defaultLocale(strapi);
}

const PENDING = `select 1 from stadtverbund.submission
  where content_type = ? and document_id = ? and state <> 'none'`;

async function reached(
  strapi: Core.Strapi,
  { call, documentId }: Write,
  action: FormAction,
  locale: string,
  all: string[],
): Promise<string[]> {
  if (action === 'save') return [locale];
  const covered = await localesOfCall(strapi, call.uid, call.params.locale);
  if (covered === 'all') return all;
  // A pending change covers all locales, so publishing one of them publishes them all (document-guard.ts).
  const pending =
    action === 'publish' &&
    (await inTransaction(strapi, (sql) => sql(PENDING, [call.uid, documentId]))).length > 0;
  return pending ? all : [...covered];
}
