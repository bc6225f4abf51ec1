import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/publication/index';
import { readWaitingIntake } from '../intake/queue';
import type { Summary } from '../panel-contract';

const COUNTS = `select state, content_type, count(*)::int as total from stadtverbund.submission
  where state <> 'none' and publication <> 'archived' group by state, content_type`;
const OLDEST = `select id, title, content_type, document_id, submitted_at from stadtverbund.submission
  where state = 'submitted' and publication <> 'archived' order by submitted_at, id limit 5`;

interface Counted {
  state: string;
  content_type: string;
  total: number;
}

interface Oldest {
  id: number;
  title: string | null;
  content_type: string;
  document_id: string;
  submitted_at: Date;
}

/** What is waiting. */
export async function readSummary(strapi: Core.Strapi): Promise<Summary> {
  const waitingIntake = await readWaitingIntake(strapi);
  return inTransaction(strapi, async (sql) => {
    const counted = await sql<Counted>(COUNTS);
    const oldest = await sql<Oldest>(OLDEST);
    const inState = (state: string): number =>
      counted.filter((row) => row.state === state).reduce((sum, { total }) => sum + total, 0);
    const waiting = counted.filter(({ state }) => state === 'submitted');
    return {
      submitted: inState('submitted'),
      changesRequested: inState('changes-requested'),
      drafts: inState('draft'),
      rejected: inState('rejected'),
      intake: waitingIntake.byKind,
      late: waitingIntake.late,
      byContentType: Object.fromEntries(waiting.map((row) => [row.content_type, row.total])),
      oldest: oldest.map((row) => ({
        id: row.id,
        title: row.title,
        contentType: row.content_type,
        documentId: row.document_id,
        submittedAt: row.submitted_at.toISOString(),
      })),
    };
  });
}
