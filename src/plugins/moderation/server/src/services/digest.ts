import type { Core } from '@strapi/strapi';
import { languageFor } from '#src/languages/language';
import { DEFAULT_TIME_ZONE } from '#src/domain/public-rule';
import { enqueue, type Queue } from '#src/platform/jobs/index';
import { publicUrl } from '#src/platform/mail/public-url';
import { sendMail } from '#src/platform/mail/send-mail';
import { sqlOf } from '#src/platform/sql/sql';
import { inTransaction } from '#src/publication/index';
import { digestMail, type Waiting } from '../domain/digest-text';
import { readSummary } from './summary';

const HOUR = 3_600_000;

interface Editor {
  id: number;
  email: string;
  preferedLanguage: string | null;
  isActive: boolean;
  blocked: boolean;
  roles: { code: string; permissions: { action: string }[] }[];
}

const SUPER_ADMIN = 'strapi-super-admin';

const mayReview = ({ roles }: Editor): boolean =>
  roles.some(({ permissions }) => permissions.some(({ action }) => action === 'plugin::moderation.review'));

/** The reviewers: everyone with the permission; super admins only if nobody else has it. */
async function reviewers(strapi: Core.Strapi): Promise<Editor[]> {
  const users = (await strapi.db.query('admin::user').findMany({
    where: { isActive: true },
    populate: { roles: { populate: { permissions: true } } },
  })) as Editor[];
  const reviewing = users.filter((user) => !user.blocked && mayReview(user));
  const editors = reviewing.filter(({ roles }) => roles.every(({ code }) => code !== SUPER_ADMIN));
  return editors.length > 0 ? editors : reviewing;
}

// Of plugin self-service; who reviews decides them as well.
const CLAIMS = `select count(*)::int as total from stadtverbund.claim where state = 'open'`;

async function readWaiting(strapi: Core.Strapi, now: Date): Promise<Waiting> {
  const { submitted, reports, oldest } = await readSummary(strapi);
  const [claims] = await sqlOf(strapi)<{ total: number }>(CLAIMS);
  const hoursSince = (at: string): number => Math.floor((now.getTime() - new Date(at).getTime()) / HOUR);
  const titles = oldest.map(({ title, documentId, submittedAt }) => ({
    title: title ?? documentId,
    hours: hoursSince(submittedAt),
  }));
  return { submissions: submitted, reports, claims: claims?.total ?? 0, titles };
}

const DIGEST_MAIL: Pick<Queue<{ editorId: number }>, 'name'> = { name: 'moderation-digest-mail' };

/** Once a day per cluster: a separate mail job for every editor, so that a failing one does not repeat the others. */
export const digestQueue = (strapi: Core.Strapi): Queue<object> => ({
  name: 'moderation-digest',
  // Before the office opens.
  schedule: { cron: '0 7 * * *', timeZone: DEFAULT_TIME_ZONE },
  handle: () =>
    inTransaction(strapi, async () => {
      for (const { id } of await reviewers(strapi)) await enqueue(strapi, DIGEST_MAIL, { editorId: id });
    }),
});

export const digestMailQueue = (strapi: Core.Strapi): Queue<{ editorId: number }> => ({
  ...DIGEST_MAIL,
  async handle({ data }) {
    const editor = (await reviewers(strapi)).find(({ id }) => id === data.editorId);
    if (!editor) return;
    const link = publicUrl(strapi, '/admin/plugins/moderation');
    const language = languageFor(editor.preferedLanguage);
    const mail = digestMail(await readWaiting(strapi, new Date()), language, link);
    if (mail) await sendMail(strapi, { to: editor.email, ...mail });
  },
});
