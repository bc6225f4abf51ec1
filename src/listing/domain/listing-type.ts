import type { Language } from '../../languages/languages';
import type { PublicRule } from '../../domain/public-rule';
import type { DirectoryOptions, FeedOptions, PeriodOptions } from './listing-options';
import type { Attributes } from '../../platform/strapi/schema';

/** The part of a content type's schema that the register reads. */
export interface Schema {
  readonly uid: string;
  readonly kind?: string;
  readonly info: { readonly singularName: string; readonly pluralName: string };
  readonly options?: { readonly draftAndPublish?: boolean };
  readonly attributes: Attributes;
  readonly pluginOptions?: Readonly<Record<string, unknown>>;
}

/** When documents change for the public with time alone: a first or last day, or a moment. */
export interface Boundary {
  readonly attribute: string;
  readonly kind: 'first-day' | 'last-day' | 'moment';
}

/** A path whose change needs no review. */
export interface AutoApproved {
  readonly path: string;
  /** Which texts need no review; absent if the path does not lead to a text. */
  readonly matches?: RegExp | undefined;
}

/** What a content type is to the public, to editors and to contributors: its entry in the register. */
export interface ListingType {
  readonly uid: string;
  /** Its singular name, as in events and in addresses of the directory: `job`. */
  readonly type: string;
  /** Its plural name, as in `/api/jobs` and `/api/my/jobs`. */
  readonly collection: string;
  readonly isSingle: boolean;
  /** Whether it has draft & publish. */
  readonly drafts: boolean;
  readonly attributes: Attributes;
  /** The attribute that names a document. */
  readonly name: string;
  /** Whether it is the type of the businesses themselves. */
  readonly isBusiness: boolean;
  /** The relation to the business that a document belongs to. */
  readonly business?: string | undefined;
  readonly period?: PeriodOptions | undefined;
  /** When the public sees a document; never if absent. */
  readonly rule?: PublicRule | undefined;
  /** What changes it for the public with time alone. */
  readonly boundaries: readonly Boundary[];
  readonly directory?: DirectoryOptions | undefined;
  /** The first part of its documents' addresses for people, by language: `betriebe`. Without it they have no page. */
  readonly page?: Readonly<Record<Language, string>> | undefined;
  readonly feed?: FeedOptions | undefined;
  readonly moderation?: { readonly autoApprove: readonly AutoApproved[] } | undefined;
  readonly selfService?: { readonly writable: readonly string[] } | undefined;
}

type With<Room extends 'directory' | 'feed' | 'moderation' | 'selfService'> = ListingType & {
  readonly [name in Room]: NonNullable<ListingType[name]>;
};

export type DirectoryType = With<'directory'>;
export type FeedType = With<'feed'>;
export type ModeratedType = With<'moderation'>;
export type SelfServiceType = With<'selfService'>;
export type PublicType = ListingType & { readonly rule: PublicRule };

type Types<Type> = ReadonlyMap<string, Type>;

/** The register: all types by uid, and the types that joined each part of the platform. */
export interface ListingTypes {
  readonly all: Types<ListingType>;
  /** What anyone may read; everything else is refused to requests from outside. */
  readonly public: Types<PublicType>;
  readonly directory: Types<DirectoryType>;
  readonly feed: Types<FeedType>;
  readonly moderated: Types<ModeratedType>;
  readonly selfService: Types<SelfServiceType>;
  readonly business: ListingType | undefined;
}
