import type { MailText, OwnUrl } from './mail-text';

/** To an address that may be someone else's: contains nothing that a person typed at registration. */
export interface Account {
  readonly link: OwnUrl;
  /** The platform, as its editors call it. */
  readonly sender: MailText;
}

/** To the old address of an account that is to get another. */
export interface AddressChange extends Account {
  readonly newEmail: string;
}

/** Says that the export of an account is ready. */
export interface ReadyExport extends Account {
  /** The day on which it is deleted, in words. */
  readonly until: MailText;
}

/** Says that an account will be deleted. */
export interface AccountDeletion extends Account {
  /** In words. */
  readonly day: MailText;
  readonly listings: 'leave' | 'remove';
}

/** The last letter to an account. */
export interface AccountDeleted extends Pick<AccountDeletion, 'sender' | 'listings'> {
  readonly byEditor: boolean;
}

/** Says that nothing is known of somebody. */
export type OfNothing = Pick<Account, 'sender'>;

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
  /** Of what takes something from those who made it; absent in decisions of releases up to 0.1. */
  readonly statement?: Statement | undefined;
}

/** How to object to a decision. */
export interface Objecting {
  readonly link: OwnUrl;
  /** The last day, in words. */
  readonly until: MailText;
}

/** On which grounds something is not shown any more (DSA, Art. 17 (3)). */
export interface Statement extends Objecting {
  readonly basis: 'illegal' | 'terms' | 'other';
  /** The law or the clause. */
  readonly norm: MailText;
  /** Whether somebody has given notice of it. */
  readonly afterNotice: boolean;
}

/** What a letter about something that was told to the desk is about. */
interface Told {
  /** `2026-17` */
  readonly number: MailText;
  /** Of the entry; absent if it is about another page. */
  readonly title?: MailText | undefined;
  /** On which it came, in words. */
  readonly day: MailText;
  readonly about?: OwnUrl | undefined;
}

/** Confirms that something has come in (DSA, Art. 16 (4)); to an address that may be someone else's. */
export interface IntakeReceipt extends Told {
  readonly isObjection: boolean;
  /** By when it is decided, in words. */
  readonly due: MailText;
}

/** Tells what became of it (DSA, Art. 16 (5)). */
export interface IntakeDecided extends Told {
  readonly decision: 'settled' | 'taken-down' | 'accepted' | 'declined';
  readonly reason: MailText;
  /** If it can be objected to. */
  readonly objection?: Objecting | undefined;
}

/** Tells what became of an objection. */
export interface ObjectionDecided extends Told {
  /** Whether the decision is taken back. */
  readonly won: boolean;
  /** Whether the maker of an entry objected, and not somebody who had reported it. */
  readonly byMaker: boolean;
  readonly reason: MailText;
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
  /** Those to be answered soon. */
  readonly due: readonly MailText[];
}

/** Reminds editors of the yearly review of the statement on accessibility. */
export interface AccessibilityReview {
  /** Of the last review, in words. */
  readonly day: MailText;
  /** To the city profile in the panel. */
  readonly link: OwnUrl;
}

/** Says that deliveries to a portal have been switched off. */
export interface PortalOff {
  readonly portal: string;
  readonly url: string;
  readonly why: MailText;
}
