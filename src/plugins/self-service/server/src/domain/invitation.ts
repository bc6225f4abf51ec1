// An invitation is valid for two weeks.
const LIFETIME_DAYS = 14;

/** When an invitation sent now expires. */
export const invitationEnd = (now: Date): Date => new Date(now.getTime() + LIFETIME_DAYS * 86_400_000);
