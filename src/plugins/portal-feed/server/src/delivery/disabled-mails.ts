import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '#src/languages/index';
import { LANGUAGES, languageFor, type Language } from '#src/languages/language';
import type { LetterPart } from '#src/platform/mail/domain/letter';
import { queueMail, type MailKind } from '#src/platform/mail/mail-queue';
import { publicUrl } from '#src/platform/mail/public-url';
import { editorsWho } from '#src/platform/strapi/editors';
import type { DisabledReason, Portal } from '../contract';

const TO_CONTACT = 'portal-off-contact';
const TO_EDITOR = 'portal-off-editor';

/** Tells a portal's contact and the editors that it has been switched off; in the transaction that does it. */
export async function queueDisabledMails(strapi: Core.Strapi, { documentId }: Portal): Promise<void> {
  await queueMail(strapi, TO_CONTACT, { portalId: documentId });
  for (const { id } of await editorsWho(strapi, 'plugin::portal-feed.read'))
    await queueMail(strapi, TO_EDITOR, { portalId: documentId, editorId: id });
}

interface Portals {
  findOne(documentId: string): Promise<Portal | null>;
}

interface Disabled extends Portal {
  readonly stateReason: DisabledReason;
}

/** The portal, if it is still switched off. */
async function disabledPortal(strapi: Core.Strapi, documentId: string): Promise<Disabled | undefined> {
  const portal = await strapi.plugin('portal-feed').service<Portals>('portals').findOne(documentId);
  return portal?.state === 'disabled' && portal.stateReason ? (portal as Disabled) : undefined;
}

const factsOf = ({ name, url, stateReason }: Disabled, language: Language) => {
  const { why } = CATALOGUES[language].mails.portals;
  return { portal: name, url: url ?? '', why: why[stateReason] };
};

/** To the contact, whose language is not known: in all of ours. */
export const disabledMailToContact: MailKind<{ portalId: string }> = {
  name: TO_CONTACT,
  async compose(strapi, { portalId }) {
    const portal = await disabledPortal(strapi, portalId);
    if (!portal) return undefined;
    const [first, ...others] = LANGUAGES.map((language): LetterPart => {
      const { toContact } = CATALOGUES[language].mails.portals;
      return { language, ...toContact(factsOf(portal, language)) };
    });
    return first && { to: portal.contactEmail, ...first, alsoIn: others };
  },
};

export const disabledMailToEditor: MailKind<{ portalId: string; editorId: number }> = {
  name: TO_EDITOR,
  async compose(strapi, { portalId, editorId }) {
    const portal = await disabledPortal(strapi, portalId);
    const editor = (await editorsWho(strapi, 'plugin::portal-feed.read')).find(({ id }) => id === editorId);
    if (!portal || !editor) return undefined;
    const language = languageFor(editor.preferedLanguage);
    const link = publicUrl(strapi, `/admin/plugins/portal-feed/${portal.documentId}`);
    const words = CATALOGUES[language].mails.portals.toEditor({ ...factsOf(portal, language), link });
    return { to: editor.email, language, ...words };
  },
};
