import type { Core } from '@strapi/strapi';
import { editorName } from '#src/writing/origin';
import { inTransaction } from '#src/publication/index';
import type { ContentVersion, FieldName } from '../domain/content-version';
import type { Unseen } from '../domain/unseen';
import type { Refusal } from '#src/platform/refusals/refusal';
import type { ChangedField, ChangedBy } from '../panel-contract';
import type { FormContext } from './form-request';
import { loadShown, showFields } from './shown-fields';
import { refuse } from './refuse';
import { permissionChecker } from '#src/platform/strapi/content-manager';
import { modelOf } from '#src/platform/strapi/models';
import { hasDrafts, ownAttributes } from '#src/platform/strapi/schema';
import { readContent, type Fields } from './revision';

interface Refused {
  readonly uid: string;
  readonly documentId: string;
  readonly locale: string;
  readonly given: Fields;
  readonly found: Unseen;
  /** The version sent to the form, covering what is reported here. */
  readonly version: ContentVersion;
}

/** The refusal of a form's write, with what it would have overwritten and what it has not shown. */
export async function changedMeanwhile(
  strapi: Core.Strapi,
  ctx: FormContext,
  { uid, documentId, locale, given, found, version }: Refused,
): Promise<Refusal> {
  const now = await readContent(strapi, uid, documentId);
  const revisionOf = (fields: Fields) => ({ [locale]: { fields, times: NO_TIMES } });
  const shown = await loadShown(strapi, uid, [revisionOf(given), ...Object.values(now).map(revisionOf)]);
  const show = (fields: Fields): Fields => showFields(strapi, uid, fields, shown);
  const [yours, theirs] = [
    show(given),
    Object.fromEntries(Object.entries(now).map(([key, fields]) => [key, show(fields)])),
  ];
  const mayRead = readableFields(strapi, ctx, uid);
  const attributes = new Map(ownAttributes(modelOf(strapi, uid)));
  const tell =
    (conflict: boolean) =>
    (name: FieldName): ChangedField => {
      const { type = '', component } = attributes.get(name.field) ?? {};
      const readable = mayRead(name.field);
      return {
        ...name,
        conflict,
        type,
        ...(component ? { component } : {}),
        yours: conflict ? (yours[name.field] ?? null) : null,
        now: readable ? (theirs[name.locale]?.[name.field] ?? null) : null,
      };
    };
  return refuse('changed-meanwhile', {
    changes: [...found.conflicts.map(tell(true)), ...found.others.map(tell(false))],
    by: await lastWriter(strapi, uid, documentId, locale),
    formVersion: version,
  });
}

const NO_TIMES = { createdAt: '', updatedAt: '', publishedAt: null };

function readableFields(strapi: Core.Strapi, ctx: FormContext, uid: string): (field: string) => boolean {
  const { can } = permissionChecker(strapi, ctx.state.userAbility, uid);
  const attributes = new Map(ownAttributes(modelOf(strapi, uid)));
  const readable = (path: string, component: string | undefined): boolean => {
    if (!component) return can.read(null, path);
    return ownAttributes(modelOf(strapi, component)).every(([name, inner]) =>
      readable(`${path}.${name}`, inner.component),
    );
  };
  return (field) => readable(field, attributes.get(field)?.component);
}

interface Row {
  updatedAt: string | Date;
  updatedBy: { id: number; firstname?: string | null; lastname?: string | null; email?: string } | null;
}

// A contributor's write leaves its version in the log; an editor's in the content manager leaves a name in the row.
const CONTRIBUTOR = `select log.actor_name as name, log.at from stadtverbund.moderation_log as log
  join stadtverbund.submission as row using (content_type, document_id)
  where content_type = ? and document_id = ? and log.actor_kind = 'contributor' and log.version = row.version
    and log.action in ('create', 'edit', 'auto-approve')
  order by log.id desc limit 1`;

/** Who last wrote the draft, and when. */
async function lastWriter(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  locale: string,
): Promise<ChangedBy | null> {
  const [contributor] = await inTransaction(strapi, (sql) =>
    sql<{ name: string | null; at: Date }>(CONTRIBUTOR, [uid, documentId]),
  );
  if (contributor)
    return { kind: 'contributor', name: contributor.name, at: new Date(contributor.at).toISOString() };
  const row = (await strapi.db.query(uid).findOne({
    where: {
      documentId,
      ...(locale ? { locale } : {}),
      ...(hasDrafts(modelOf(strapi, uid)) ? { publishedAt: { $null: true } } : {}),
    },
    populate: { updatedBy: { select: ['id', 'firstname', 'lastname', 'email'] } },
  })) as Row | null;
  if (!row) return null;
  const name = row.updatedBy && editorName(row.updatedBy);
  return { kind: row.updatedBy ? 'editor' : 'system', name, at: new Date(row.updatedAt).toISOString() };
}
