import type { MailText, OwnUrl } from './mail-text';

// Contains nothing that a person typed, since the address given at registration may be someone else's.
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
  /** The same, if optional: followed by an empty line, or nothing at all. */
  readonly note: MailText;
}

/** Tells the editors what is waiting for them. */
export interface Digest extends Link {
  /** How many submissions, reports and claims. */
  readonly what: MailText;
  /** Those waiting longest, followed by an empty line; or nothing. */
  readonly oldest: MailText;
}

/** Says that deliveries to a portal have been switched off. */
export interface PortalOff extends Link {
  readonly portal: string;
  readonly url: string;
  readonly why: MailText;
}
