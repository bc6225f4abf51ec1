import type { Core } from '@strapi/strapi';
import type { MailKind } from '#src/platform/mail/mail-queue';
import { sqlOf } from '#src/platform/sql/sql';
import { accountExists, letterTo, linkFor } from '../account-letter';
import { findByAddress } from '../find-account';
import { EMAIL_CHANGE, EMAIL_CHANGE_UNDO, EMAIL_CHANGE_UNDONE } from '../mail-names';
import { changeNow, CONFIRM_DAYS, UNDO_DAYS, type ChangeNow, type EmailChange } from './email-change';

const DAY_MS = 86_400_000;

interface AboutChange {
  readonly [id: `${string}Id`]: number;
  readonly changeId: number;
}

type Compose = (
  strapi: Core.Strapi,
  now: ChangeNow,
  newEmail: string,
) => ReturnType<MailKind<AboutChange>['compose']>;

const aboutChange = (name: string, compose: Compose): MailKind<AboutChange> => ({
  name,
  async compose(strapi, { changeId }) {
    const now = await changeNow(sqlOf(strapi), changeId);
    return now?.change.newEmail ? compose(strapi, now, now.change.newEmail) : undefined;
  },
});

const linkAbout = ({ id, createdAt }: EmailChange, purpose: string, days: number) => ({
  purpose,
  subject: String(id),
  expiresAt: new Date(createdAt.getTime() + days * DAY_MS),
});

/** To the new address. If that is somebody's, they hear that they have an account. */
const confirming = aboutChange(EMAIL_CHANGE, async (strapi, { change, account }, newEmail) => {
  if (change.state !== 'waiting') return undefined;
  const owner = await findByAddress(strapi, newEmail);
  if (owner?.confirmed) return owner.blocked ? undefined : accountExists(strapi, owner);
  const link = await linkFor(strapi, account, linkAbout(change, EMAIL_CHANGE, CONFIRM_DAYS));
  return letterTo(strapi, account, (words, slots) => words.emailChange({ ...slots, link }), newEmail);
});

/** To the old address. */
const undoing = aboutChange(EMAIL_CHANGE_UNDO, async (strapi, { change, account }, newEmail) => {
  if (change.state === 'undone') return undefined;
  const link = await linkFor(strapi, account, linkAbout(change, EMAIL_CHANGE_UNDO, UNDO_DAYS));
  return letterTo(
    strapi,
    account,
    (words, slots) => words.emailChangeUndo({ ...slots, link, newEmail }),
    change.oldEmail,
  );
});

/** To the address that was new, if it was valid for a while. */
const undone = aboutChange(EMAIL_CHANGE_UNDONE, (strapi, { account }, newEmail) =>
  letterTo(strapi, account, (words, slots) => words.emailChangeUndone(slots), newEmail),
);

/** Mails about a change of an account's address. */
export const emailChangeMails: readonly MailKind<AboutChange>[] = [confirming, undoing, undone];
