import type { MailText, OwnUrl } from '../platform/mail/domain/mail-text';

// Nothing that a person typed: whoever registers names an address that may be somebody else's.
export interface Link {
  readonly link: OwnUrl;
}

/** Invites a person to manage a business. */
export interface Invitation extends Link {
  readonly by: string;
  readonly business: string;
}

/** Confirms that a submission has arrived. */
export interface Receipt {
  readonly username: string;
  readonly title: string;
}

/** Tells a claimant what the editors decided. */
export interface ClaimDecision {
  readonly username: string;
  readonly business: string;
  readonly accepted: boolean;
  /** What the editors wrote; may be empty. */
  readonly reason: string;
}

/** Tells a contributor what the editors decided about an entry. */
export interface Decision {
  readonly title: MailText;
  /** What the editor wrote. */
  readonly reason: MailText;
  /** The same where there need not be any: with an empty line below, or nothing. */
  readonly note: MailText;
}

/** Tells the editors what waits. */
export interface Digest extends Link {
  /** How many submissions and reports. */
  readonly what: MailText;
  /** Those that wait longest, with an empty line below, or nothing. */
  readonly oldest: MailText;
}

/** Tells that deliveries to a portal are switched off. */
export interface PortalOff extends Link {
  readonly portal: string;
  readonly url: string;
  readonly why: MailText;
}
