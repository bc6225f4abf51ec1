import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/publication/index';
import type { NewlyPublished } from '../contract';
import { actorOrRefuse } from './actor';
import { describeDocuments } from './document-description';
import { refuse } from './refuse';
import { factsOf, NEW } from './submission-rows';
import { decide } from './transition';

const ADOPT = `
  insert into stadtverbund.submission
    (content_type, document_id, state, version, publication, title, business_document_id)
  select :uid, document_id, :submission, version, :publication, title, business
    from unnest(:ids::text[], :versions::int[], :titles::text[], :businesses::text[])
      with ordinality as adopted(document_id, version, title, business, at)
   order by at`;

const LOG = `
  insert into stadtverbund.moderation_log
    (content_type, document_id, action, submission_from, submission_to, publication_from, publication_to,
     version, actor_kind, actor_id, actor_name, via)
  select :uid, document_id, 'publish', :fromSubmission, :submission, :fromPublication, :publication,
         version, :kind, :actor, :name, 'code'
    from unnest(:ids::text[], :versions::int[]) with ordinality as adopted(document_id, version, at)
   order by at`;

/** Two statements for all of them; the transition is looked up in the usual table. See contract.ts. */
export async function recordPublished(
  strapi: Core.Strapi,
  uid: string,
  documents: readonly NewlyPublished[],
): Promise<void> {
  const actor = actorOrRefuse(strapi);
  if (actor.kind !== 'system') throw refuse('not-through-moderation');
  const [from, to] = [factsOf(NEW), decide(NEW, { action: 'publish', actor })];
  const ids = documents.map(({ documentId }) => documentId);
  const described = await describeDocuments(strapi, uid, ids);
  const values = {
    uid,
    ids,
    versions: documents.map(({ version }) => version),
    titles: ids.map((id) => described.get(id)?.title ?? null),
    businesses: ids.map((id) => described.get(id)?.businessDocumentId ?? null),
    ...to,
    fromSubmission: from.submission,
    fromPublication: from.publication,
    kind: actor.kind,
    actor: actor.id,
    name: actor.name,
  };
  await inTransaction(strapi, async (sql) => {
    await sql(ADOPT, values);
    await sql(LOG, values);
  });
}
