import type { Language } from '#src/languages/language';
import type { LetterWords, MailText, OwnUrl } from '#src/languages/mail-text';

/** A file that goes with a letter. */
export interface Attachment {
  readonly filename: string;
  /** A media type (RFC 2046). */
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** What a letter says, and in which language. */
export interface LetterPart extends LetterWords {
  readonly language: Language;
}

/** A letter to one person, as HTML and as plain text. */
export interface Letter extends LetterPart {
  /** The address. */
  readonly to: string;
  /** The same in other languages, for a reader whose language is not known. */
  readonly alsoIn?: readonly LetterPart[];
  /** For a mail that comes again and again; `unsubscribe` takes a POST without a session (RFC 8058). */
  readonly repeats?: { readonly unsubscribe: OwnUrl };
  readonly attachments?: readonly Attachment[];
}

/** Who is responsible for the platform (§ 5 DDG). */
export interface Imprint {
  /** Its beginning. */
  readonly text: MailText;
  /** Where all of it is. */
  readonly url: OwnUrl;
}

/** Who writes, from the city's profile. */
export interface Letterhead {
  /** The platform, as its editors call it. */
  readonly sender: MailText;
  /** Who is responsible for it; absent if the profile says nothing. */
  readonly imprint?: Imprint | undefined;
  /** An address that a person reads. */
  readonly replyTo?: string | undefined;
}
