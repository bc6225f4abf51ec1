import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type { Language } from '../../languages/language';
import type { Attachment } from '../http/attachment';
import type { Sql } from '../sql/sql';

/** A link that was mailed, without its secret. */
export interface Link {
  readonly id: string;
  readonly purpose: string;
  /** What it is about, by an id of the purpose's own. */
  readonly subject: string;
  readonly personId: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** A field of the form behind a button. */
export interface LinkField {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'email' | 'tel' | 'password' | 'textarea' | 'checkbox';
  /** HTML's `autocomplete`: `new-password`, `email`, … */
  readonly autocomplete?: string;
  readonly required?: boolean;
  readonly minLength?: number;
  readonly hint?: string;
}

/** A button. */
export interface LinkButton {
  /** One of the purpose's `actions`. */
  readonly name: string;
  readonly label: string;
  readonly fields?: readonly LinkField[];
  /** `danger`: it cannot be undone. */
  readonly kind?: 'danger';
}

/** Things that are listed below a heading, each with its facts. */
export interface LinkSection {
  readonly title: string;
  readonly text?: readonly string[];
  readonly entries: readonly (readonly { readonly label: string; readonly value: string }[])[];
}

/** What a page about a link shows, in the reader's language. Plain text throughout. */
export interface LinkView {
  readonly title: string;
  /** Paragraphs. */
  readonly text: readonly string[];
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
  readonly sections?: readonly LinkSection[];
  /** None after the last use. */
  readonly actions: readonly LinkButton[];
  /** Where to go on. */
  readonly next?: { readonly label: string; readonly url: string };
}

/** What a button does. */
export interface LinkAction<Input = unknown> {
  /** Of the form's fields; without it, the form has none. */
  readonly fields?: z.ZodType<Input>;
  /**
   * Does it, in the transaction that uses up the link: what is thrown undoes both. Called once for each use, never for a
   * repeated request.
   * @returns what the page shows from then on; it is stored with the link
   * @throws Refusal
   */
  run(strapi: Core.Strapi, sql: Sql, link: Link, input: Input, language: Language): Promise<LinkView>;
}

/** What links of one kind are for. Registered in `register()`. */
export interface LinkPurpose {
  /** `account-confirmation`, `report-receipt`, … */
  readonly name: string;
  /** What can be done. Only reads, since programs open links as well. @returns `undefined` if its subject is gone */
  show(strapi: Core.Strapi, link: Link, language: Language): Promise<LinkView | undefined>;
  readonly actions: Readonly<Record<string, LinkAction>>;
  /**
   * Buttons that hand over a file, by their names, as often as they are pressed: they change nothing and do not use up the
   * link. By POST all the same, so that no mail scanner gets the file. `undefined` if its subject is gone.
   */
  readonly files?: Readonly<
    Record<string, (strapi: Core.Strapi, link: Link, language: Language) => Promise<Attachment | undefined>>
  >;
  /**
   * Queues the mail with a new link, once for each link that has expired, to the address on file; does nothing if there is
   * none. Without it, expired links cannot be sent again.
   */
  sendAgain?(strapi: Core.Strapi, link: Link): Promise<void>;
}
