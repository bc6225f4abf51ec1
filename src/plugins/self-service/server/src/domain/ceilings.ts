import type { RateRule } from '#src/platform/rate-limit/domain/rule';

const DAY = 86_400;

/** How often an account may start something in 24 hours: far more than anyone needs, far less than a script could. */
const aDay = (name: string, limit: number): RateRule => ({ name, limit, windowSeconds: DAY });

export const INVITATIONS_A_DAY = aDay('invitation-account', 10);
/** From all businesses and accounts together. The inviting person is not told; further mails are sent later. */
export const INVITATION_MAILS_TO_ONE_A_DAY = aDay('invitation-recipient', 3);
export const CLAIMS_A_DAY = aDay('claim-account', 10);
export const NEW_DOCUMENTS_A_DAY = aDay('create-account', 100);
export const SUBMISSIONS_A_DAY = aDay('submit-account', 100);

/** Invitations to a business that nobody has accepted yet. */
export const OPEN_INVITATIONS = 20;
/** Claims of an account that no editor has decided on yet. */
export const OPEN_CLAIMS = 5;
/** Documents of an account's businesses that were never public and are not waiting for the editors. */
export const OPEN_DRAFTS = 20;
