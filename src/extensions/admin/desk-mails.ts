import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '../../languages';
import { languageFor, type Language } from '../../languages/language';
import type { OwnUrl } from '../../languages/mail-text';
import type { Letter } from '../../platform/mail/domain/letter';
import { letterheadOf } from '../../platform/mail/letterhead';
import { queueMail, registerMail } from '../../platform/mail/mail-queue';
import { publicUrl } from '../../platform/mail/public-url';
import { sendNow } from '../../platform/mail/send-now';
import { inTransaction } from '../../platform/sql/sql';
import { onTemplatedMails, withMiddlewares, type AdminRouteChanges } from '../../platform/strapi/patches';

const USER = 'admin::user';
const INVITATION = 'editor-invitation';

interface Editor {
  id: number;
  email: string;
  isActive: boolean;
  registrationToken: string | null;
  preferedLanguage?: string | null;
}

interface Invited {
  readonly editorId: number;
  readonly language: Language;
}

async function invitationTo(
  strapi: Core.Strapi,
  { editorId, language }: Invited,
): Promise<Letter | undefined> {
  const editor = (await strapi.db.query(USER).findOne({ where: { id: editorId } })) as Editor | null;
  // Deleted, or has an account by now.
  if (!editor?.registrationToken || editor.isActive) return undefined;
  const link = publicUrl(strapi, '/admin/auth/register', { registrationToken: editor.registrationToken });
  const { sender } = await letterheadOf(strapi, language);
  return { to: editor.email, language, ...CATALOGUES[language].mails.desk.invitation({ link, sender }) };
}

/** A forgotten password: Strapi makes the link, we write the letter in the language that the editor reads. */
async function sendReset(strapi: Core.Strapi, to: string, link: OwnUrl): Promise<void> {
  const editor = (await strapi.db.query(USER).findOne({ where: { email: to } })) as Editor | null;
  const language = languageFor(editor?.preferedLanguage);
  const { sender } = await letterheadOf(strapi, language);
  await sendNow(strapi, { to, language, ...CATALOGUES[language].mails.desk.reset({ link, sender }) });
}

/** The mails to those who work in the panel. Call in `register()`. */
export function registerDeskMails(strapi: Core.Strapi): void {
  registerMail<Invited>(strapi, { name: INVITATION, compose: invitationTo });
  onTemplatedMails(strapi, ({ to, data }) => {
    const code = new URL(String(data.url)).searchParams.get('code') ?? '';
    return sendReset(strapi, to, publicUrl(strapi, '/admin/auth/reset-password', { code }));
  });
}

/** Somebody who is invited to the panel gets a mail; Strapi only shows the link to the one who invites. */
export const deskMailRoutes = (strapi: Core.Strapi): AdminRouteChanges => [
  [
    'POST /admin/users',
    withMiddlewares((ctx, next) =>
      inTransaction(strapi, async () => {
        await next();
        const { data } = (ctx.body ?? {}) as { data?: Pick<Editor, 'id' | 'preferedLanguage'> };
        if (ctx.status !== 201 || !data) return;
        const by = ctx.state.user as Pick<Editor, 'preferedLanguage'> | undefined;
        const language = languageFor(data.preferedLanguage ?? by?.preferedLanguage);
        await queueMail(strapi, INVITATION, { editorId: data.id, language });
      }),
    ),
  ],
];
