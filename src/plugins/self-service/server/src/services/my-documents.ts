import { assertNothing, Refusal, refused } from '#src/platform/refusals/refusal';
import { parse } from '#src/platform/refusals/zod-refusal';
import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/platform/sql/sql';
import type { DocumentState } from '#src/plugins/moderation/server/src/contract';
import type { Actor } from '../domain/actor';
import { NEW_DOCUMENTS_A_DAY } from '../domain/ceilings';
import { bodySchema } from '../domain/body-schema';
import { mergeComponents, type Values } from '../domain/document-body';
import type { Precondition } from '../domain/entity-tag';
import type { ListingType, SelfServiceType } from '#src/listing/domain/listing-type';
import { mayTouch } from './access';
import { assertMoreDrafts, withinToday } from './ceilings';
import { findDraft, listDraftKeys, type Draft } from './drafts';
import { resolveFiles } from './files';
import { addManager, ownedBusinesses } from './memberships';
import { asContributor, moderationOf } from './moderation';
import { relationRefusals } from './relations';
import { documentsOf } from '#src/platform/strapi/documents';
import { modelGetter, modelOf } from '#src/platform/strapi/models';
import { STRAPI_COLUMNS } from '#src/platform/strapi/schema';

/** A draft and its state in moderation. */
export interface MyDocument {
  draft: Draft;
  state: DocumentState;
  /** After a change: which fields are public at once, and which are waiting for review. */
  edit?: { readonly public: readonly string[]; readonly waiting: readonly string[] };
}

/**
 * @throws Refusal `not-found` unless the account manages the document's business: documents of others appear not to
 * exist
 */
export async function assertMine(
  strapi: Core.Strapi,
  type: ListingType,
  documentId: string,
  actor: Actor,
): Promise<void> {
  if (!(await mayTouch(strapi, type, documentId, actor.id))) throw refused('not-found');
}

/** One page of the account's documents of a type. */
export async function listMine(
  strapi: Core.Strapi,
  type: SelfServiceType,
  actor: Actor,
  { locale, page, pageSize }: { locale: string; page: number; pageSize: number },
): Promise<{ documents: MyDocument[]; total: number }> {
  const keys = await listDraftKeys(strapi, type, await ownedBusinesses(strapi, actor.id), locale);
  const onPage = keys.slice((page - 1) * pageSize, page * pageSize);
  const states = await moderationOf(strapi).statesOf(
    type.uid,
    onPage.map(({ documentId }) => documentId),
  );
  const documents = await Promise.all(
    onPage.map(async (key): Promise<MyDocument[]> => {
      const draft = await findDraft(strapi, type, key.documentId, key.locale);
      const state = states.get(key.documentId);
      return draft && state ? [{ draft, state }] : [];
    }),
  );
  return { documents: documents.flat(), total: keys.length };
}

/** One of the account's documents in one language. */
export async function readMine(
  strapi: Core.Strapi,
  type: SelfServiceType,
  actor: Actor,
  { documentId, locale }: { documentId: string; locale: string },
): Promise<MyDocument> {
  await assertMine(strapi, type, documentId, actor);
  const draft = await findDraft(strapi, type, documentId, locale);
  if (!draft) throw refused('not-found');
  return { draft, state: await moderationOf(strapi).stateOf(type.uid, documentId) };
}

/** Parses a body by the schema of its type, and checks what it points to. */
async function readBody(
  strapi: Core.Strapi,
  type: SelfServiceType,
  actor: Actor,
  { body, locale, current }: { body: unknown; locale: string; current: Values },
): Promise<Values> {
  const model = modelOf(strapi, type.uid);
  // Includes Strapi's own attributes; the refusal says that those belong to the server.
  const attributes = new Set([...Object.keys(model.attributes), ...SERVER]);
  const values = parse(bodySchema(type, modelGetter(strapi)), body, { attributes }) as Values;
  assertNothing(await relationRefusals(strapi, type, { values, current, locale, accountId: actor.id }));
  return resolveFiles(strapi, { uid: type.uid, values, current, accountId: actor.id });
}

// Names that belong to the server without being attributes.
const SERVER = [
  ...STRAPI_COLUMNS,
  'status',
  'owner',
  'state',
  'version',
  'submission',
  'publication',
  'source',
];

/** A new document must name its business, and it may not be removed later. */
function assertBusinessNamed(type: SelfServiceType, values: Values, isNew: boolean): void {
  const { business } = type;
  if (!business) return;
  if (isNew ? values[business] == null : values[business] === null)
    throw refused('business-required', [business]);
}

interface Creation {
  body: unknown;
  locale: string;
  now: Date;
}

/** Creates a draft; the account that enters a new business becomes its manager in the same transaction. */
export const createMine = (
  strapi: Core.Strapi,
  type: SelfServiceType,
  actor: Actor,
  creation: Creation,
): Promise<MyDocument> =>
  withinToday(strapi, { rule: NEW_DOCUMENTS_A_DAY, reason: 'creations-today', actor }, () =>
    storeNew(strapi, type, actor, creation),
  );

async function storeNew(
  strapi: Core.Strapi,
  type: SelfServiceType,
  actor: Actor,
  { body, locale, now }: Creation,
): Promise<MyDocument> {
  const values = await readBody(strapi, type, actor, { body, locale, current: {} });
  assertBusinessNamed(type, values, true);
  return inTransaction(strapi, async (sql) => {
    await assertMoreDrafts(strapi, sql, actor);
    const { result, state } = await moderationOf(strapi).recordEdit({
      uid: type.uid,
      actor: asContributor(actor),
      write: () => documentsOf(strapi, type.uid).create({ locale, data: values, status: 'draft' }),
    });
    const { documentId } = result;
    if (!type.business)
      await addManager(strapi, { business: documentId, accountId: actor.id, role: 'owner', since: now });
    const draft = await findDraft(strapi, type, documentId, locale);
    if (!draft) throw new Error(`The new draft ${type.uid} ${documentId} cannot be read.`);
    return { draft, state };
  });
}

/** The version a write expects; refuses immediately if no version can match. */
export function expectedVersion(precondition: Precondition, state: DocumentState): number | undefined {
  if (precondition.kind !== 'versions') return undefined;
  const { version } = state.submission;
  if (!precondition.versions.includes(version)) throw refused('precondition-failed');
  return version;
}

// A contributor names a version only in `If-Match`, so a stale one is a failed precondition.
const asPrecondition = (error: unknown): unknown =>
  error instanceof Refusal && error.code === 'stale-version'
    ? refused('precondition-failed', [], {}, { cause: error })
    : error;

interface Change {
  documentId: string;
  locale: string;
  body: unknown;
  precondition: Precondition;
}

/** Changes what the body contains, in one language; facts are copied to the others. */
export async function updateMine(
  strapi: Core.Strapi,
  type: SelfServiceType,
  actor: Actor,
  { documentId, locale, body, precondition }: Change,
): Promise<MyDocument> {
  return inTransaction(strapi, async () => {
    await assertMine(strapi, type, documentId, actor);
    const moderation = moderationOf(strapi);
    const expected = expectedVersion(precondition, await moderation.stateOf(type.uid, documentId));
    const current = (await findDraft(strapi, type, documentId, locale)) ?? {};
    const values = await readBody(strapi, type, actor, { body, locale, current });
    assertBusinessNamed(type, values, false);
    const data = mergeComponents(modelOf(strapi, type.uid), values, current, modelGetter(strapi));
    const { state, autoApproved, waiting } = await moderation
      .recordEdit({
        uid: type.uid,
        documentId,
        actor: asContributor(actor),
        expectedVersion: expected,
        write: async () => {
          await documentsOf(strapi, type.uid).update({ documentId, locale, data, status: 'draft' });
          return { documentId };
        },
      })
      .catch((error: unknown) => {
        throw asPrecondition(error);
      });
    const draft = await findDraft(strapi, type, documentId, locale);
    if (!draft) throw new Error(`The draft ${type.uid} ${documentId} cannot be read after its change.`);
    return { draft, state, edit: { public: autoApproved, waiting } };
  });
}
