import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '#src/languages/index';
import { languageFor } from '#src/languages/language';
import { businessType } from '#src/listing/listing-types';
import { entryPlaces } from '#src/listing/listing-link';
import type { Letter } from '#src/platform/mail/domain/letter';
import { queueMail, type MailKind } from '#src/platform/mail/mail-queue';
import { sqlOf } from '#src/platform/sql/sql';
import { businessName } from './business-name';
import type { ManagerEntry } from './memberships';

const NAME = 'invitation-accepted';

interface Accepted {
  readonly invitationId: string;
  /** The owner who is told. */
  readonly userId: number;
}

/** Tells the owners of a business that somebody has accepted an invitation; in the transaction of the acceptance. */
export async function queueAcceptedMails(
  strapi: Core.Strapi,
  invitationId: string,
  managers: readonly ManagerEntry[],
): Promise<void> {
  for (const { role, accountId } of managers)
    if (role === 'owner') await queueMail(strapi, NAME, { invitationId, userId: accountId });
}

interface Row {
  business: string;
  by: string;
  username: string;
  email: string;
  language: string | null;
}

// Nobody is told who has been blocked or whose account is gone.
const ACCEPTED = `
select i.business, guest.username as by, owner.username, owner.email, owner.language
from stadtverbund.invitation i
join up_users guest on guest.id = i.accepted_by
join up_users owner on owner.id = :userId and owner.blocked is not true
where i.id::text = :invitationId`;

async function compose(strapi: Core.Strapi, ref: Accepted): Promise<Letter | undefined> {
  const [row] = await sqlOf(strapi)<Row>(ACCEPTED, { ...ref });
  if (!row) return undefined;
  const language = languageFor(row.language);
  const words = CATALOGUES[language].mails.contributors.accepted({
    username: row.username,
    by: row.by,
    business: await businessName(strapi, row.business),
    ...(await entryPlaces(strapi, businessType(strapi).uid, row.business, language)),
  });
  return { to: row.email, language, ...words };
}

export const acceptedMail: MailKind<Accepted> = { name: NAME, compose };
