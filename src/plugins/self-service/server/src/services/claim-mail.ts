import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '#src/languages/index';
import { languageFor } from '#src/languages/language';
import { businessType } from '#src/listing/listing-types';
import { entryPlaces } from '#src/listing/listing-link';
import type { Letter } from '#src/platform/mail/domain/letter';
import { queueMail, type MailKind } from '#src/platform/mail/mail-queue';
import { sqlOf } from '#src/platform/sql/sql';
import { businessName } from './business-name';

const NAME = 'claim-decision';

interface Decided {
  readonly claimId: string;
}

/** Tells the claimant the decision; in its transaction. */
export const queueClaimMail = (strapi: Core.Strapi, claimId: string): Promise<void> =>
  queueMail(strapi, NAME, { claimId });

interface Row {
  business: string;
  accepted: boolean;
  reason: string | null;
  username: string;
  email: string;
  language: string | null;
}

const DECIDED = `
select c.business, c.state = 'accepted' as accepted, c.decision_reason as reason, u.username, u.email, u.language
from stadtverbund.claim c join up_users u on u.id = c.account_id and u.blocked is not true
where c.id::text = :claimId and c.state <> 'open'`;

async function compose(strapi: Core.Strapi, { claimId }: Decided): Promise<Letter | undefined> {
  const [row] = await sqlOf(strapi)<Row>(DECIDED, { claimId });
  if (!row) return undefined;
  const language = languageFor(row.language);
  const words = CATALOGUES[language].mails.contributors.claim({
    username: row.username,
    business: await businessName(strapi, row.business),
    accepted: row.accepted,
    reason: row.reason ?? '',
    ...(await entryPlaces(strapi, businessType(strapi).uid, row.business, language)),
  });
  return { to: row.email, language, ...words };
}

export const claimMail: MailKind<Decided> = { name: NAME, compose };
