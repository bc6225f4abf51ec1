import type { MailText, OwnUrl } from './mail-text';

/** To an address that may be someone else's: contains nothing that a person typed at registration. */
export interface Account {
  readonly link: OwnUrl;
  /** The platform, as its editors call it. */
  readonly sender: MailText;
}

/** To an editor, about the panel. */
export interface Desk {
  readonly link: OwnUrl;
  readonly sender: MailText;
}

/** Where a contributor sees an entry and changes it. */
export interface Places {
  /** Absent while it is not public. */
  readonly about?: OwnUrl | undefined;
  readonly change: OwnUrl;
}

/** Invites a person to manage a business. */
export interface Invitation {
  readonly by: string;
  readonly business: string;
  readonly link: OwnUrl;
}

/** Tells an owner that somebody has accepted an invitation. */
export interface Accepted extends Places {
  readonly username: string;
  /** Who accepted. */
  readonly by: string;
  readonly business: string;
}

/** Confirms that a submission has arrived. */
export interface Receipt extends Places {
  readonly username: string;
  readonly title: string;
}

/** Tells a claimant what the editors decided. */
export interface ClaimDecision extends Places {
  readonly username: string;
  readonly business: string;
  readonly accepted: boolean;
  /** What the editors wrote; may be empty. */
  readonly reason: string;
}

/** Tells a contributor what the editors decided about an entry. */
export interface Decision extends Places {
  readonly title: MailText;
  /** What the editor wrote; empty if nothing. */
  readonly reason: MailText;
}

/** Tells a reporter that the report was settled, and no more. */
export interface Settled {
  readonly title: MailText;
  /** The day of the report, in words. */
  readonly day: MailText;
  readonly about?: OwnUrl | undefined;
}

/** Tells the editors what is waiting for them. */
export interface Digest {
  readonly link: OwnUrl;
  /** How many submissions, reports and claims. */
  readonly what: MailText;
  /** How many in all. */
  readonly count: number;
  /** Those waiting longest. */
  readonly oldest: readonly MailText[];
}

/** Says that deliveries to a portal have been switched off. */
export interface PortalOff {
  readonly portal: string;
  readonly url: string;
  readonly why: MailText;
}
