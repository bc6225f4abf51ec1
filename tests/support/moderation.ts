import type { Actor, ModerationService } from '../../src/plugins/moderation/server/src/contract';
import { startedApp } from './started-app';

/** The moderation service of the suite's Strapi. */
export const moderation = (): ModerationService =>
  startedApp().strapi.plugin('moderation').service('submissions') as unknown as ModerationService;

export const contributorActor = (id = 1): Actor => ({ kind: 'contributor', id, name: `betrieb${id}` });
export const editorActor = (id = 1): Actor => ({ kind: 'editor', id, name: 'Erika Muster' });

/** One line of the moderation log. */
export interface LogLine {
  id: string;
  action: string;
  submission_from: string;
  submission_to: string;
  publication_from: string;
  publication_to: string;
  version: number;
  actor_kind: string;
  actor_id: number | null;
  via: string;
  reason: string | null;
  details: { paths?: string[] };
}

/** The log of one document, oldest first. */
export async function logOf(documentId: string): Promise<LogLine[]> {
  const { rows } = await startedApp().strapi.db.connection.raw<{
    rows: (LogLine & { details_text: string })[];
  }>(
    'select *, details::text as details_text from stadtverbund.moderation_log where document_id = ? order by id',
    [documentId],
  );
  return rows.map((row) => ({ ...row, details: JSON.parse(row.details_text) as LogLine['details'] }));
}

/** A contributor's edit of one locale, as made by self-service. */
export function edit(
  uid: string,
  documentId: string,
  data: Record<string, unknown>,
  { actor = contributorActor(), locale = 'de' }: { actor?: Actor; locale?: string } = {},
) {
  const documents = startedApp().strapi.documents(uid as 'api::business.business');
  return moderation().recordEdit({
    uid,
    documentId,
    actor,
    write: async () => {
      const written = await documents.update({ documentId, locale, data });
      return { documentId: (written as { documentId: string }).documentId };
    },
  });
}
