// Set by the issue: an invitation lasts two weeks.
const LIFETIME_DAYS = 14;

/** When an invitation that is sent now ends. */
export const invitationEnd = (now: Date): Date => new Date(now.getTime() + LIFETIME_DAYS * 86_400_000);
