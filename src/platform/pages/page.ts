import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { ReactNode } from 'react';
import type { Language } from '../../languages/language';
import type { Attachment } from '../http/attachment';

/** What is wrong with a form, in the reader's language. */
export interface Problem {
  /** The name of the field; none if it concerns the whole. */
  readonly field?: string;
  readonly message: string;
}

/** A form that was sent and refused: the page shows it again with what was typed. */
export interface RefusedForm {
  /** Its name among the forms of the page: the parameter `action` of the path that it was sent to, if there is one. */
  readonly form: string;
  readonly values: FormValues;
  readonly problems: readonly Problem[];
}

/** The fields of a form by their names; of a field that was sent several times, the last. */
export type FormValues = Readonly<Record<string, string>>;

/** A request for a page. */
export interface Asked {
  readonly strapi: Core.Strapi;
  readonly language: Language;
  /** Of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** For the reader's address; what a page shows depends on nothing else of it. */
  readonly ctx: Context;
  /** For `Form`, which shows it where it belongs. */
  readonly refused?: RefusedForm;
}

/** The name of the only form of a page. */
export const ONLY_FORM = 'form';

/** What is between header and footer. */
export interface PageView {
  /** Above everything, plainly: that it is not what others see. */
  readonly notice?: string;
  /** Whether it is in this language only, so that no link leads to the other. */
  readonly inOneLanguage?: boolean;
  /** The heading, and the title of the window. */
  readonly title: string;
  /** Below the heading, larger than the text. */
  readonly lead?: string;
  /** Above the heading: what it is. */
  readonly kind?: ReactNode;
  /** Beside the heading: a sign of whom it is about. */
  readonly mark?: ReactNode;
  /** The one thing that one comes for: with the heading, in the city's colour. */
  readonly hero?: ReactNode;
  /** React escapes every text in it. */
  readonly body: ReactNode;
  /** For search engines, if the page is public; of a long one the beginning. */
  readonly description?: string;
  /** HTTP status if it is not 200: a link that has expired is a page, and 410. */
  readonly status?: number;
  /** When it changes though nothing is written; of public pages. */
  readonly expiresAt?: Date | null;
  /** The query of its address, begun with `?`, if it shows something else without. */
  readonly search?: string;
  /** The same for the links to it in other languages, if it is another there. */
  readonly searchElsewhere?: string;
  /** Whether search engines leave it out though it is public: results of a search, say. */
  readonly unlisted?: boolean;
  /** For those who share it: the address of a picture, and what it is for Open Graph; `website` if it does not say. */
  readonly sharing?: { readonly picture?: string | undefined; readonly type?: 'article' | 'website' };
  /** Whether it has a map, whose tiles may come from elsewhere. */
  readonly hasMap?: boolean;
  /** What takes its place once a script runs. */
  readonly app?: PageApp;
  /** The language of its title and lead, if it is another than the page's. */
  readonly textLanguage?: Language;
  /** JSON-LD about it, as text. */
  readonly jsonLd?: string;
}

/** A program in the browser that a page is the first picture of: heading and body are what is seen until it runs. */
export interface PageApp {
  /** Addresses of its files, on this host. */
  readonly script: string;
  readonly style: string;
  /** For a browser that installs it: its manifest (W3C, Web Application Manifest), an icon, and the colour of the bar. */
  readonly manifest: string;
  readonly icon: string;
  readonly colour: string;
  /** What it has to know, as JSON. */
  readonly settings: string;
}

/** It is to be read elsewhere, and always will be (301). */
export interface Moved {
  readonly movedTo: string;
}

/** What becomes of a form that was sent. */
export type Outcome =
  | PageView
  /** The path of the page that shows the result, so that reloading it sends nothing again (303, RFC 9110, 15.4.4). */
  | { readonly seeOther: string }
  /** To be saved, instead of a page. */
  | { readonly file: Attachment }
  | {
      readonly problems: readonly Problem[];
      readonly status: number;
      /** Seconds after which the form may be sent again. */
      readonly retryAfter?: number | undefined;
    };

/** A page in all languages, with its forms. */
export interface Page {
  /** For links to it: `pageAddress(strapi, 'account', 'de')` */
  readonly name: string;
  /** By language; the parameters (`/l/:token`) are the same in all. */
  readonly paths: Readonly<Record<Language, string>>;
  /**
   * `public`: found by search engines, and may be stored. `private`: for those who were sent there, by a link with a
   * secret or by a form; never indexed and never stored.
   */
  readonly reach: 'public' | 'private';
  /** Answers GET and HEAD. Reads only: mail scanners open every link. @throws Refusal, which becomes a page as well */
  readonly show: (asked: Asked) => PageView | Moved | Promise<PageView | Moved>;
  /** Whether the panel shows it in a frame; no other page is ever in one. */
  readonly isInPanel?: boolean;
  /** Whether there is something on it yet, if it may have nothing to show. */
  readonly isThere?: (strapi: Core.Strapi) => Promise<boolean>;
  /** The names of the parameters that it reads off its query; it ignores all others, even malformed ones. */
  readonly reads?: readonly string[];
  /** Answers a form that was sent. A refusal that the reader can mend shows the page again. @throws Refusal */
  readonly submit?: (asked: Asked, values: FormValues) => Promise<Outcome>;
  /** Where its forms are sent, if not to its own path; they have its parameters and possibly more. */
  readonly submitPaths?: Readonly<Record<Language, string>>;
}
