/** The position of an answer within a longer list, in Strapi's form. */
export interface Pagination {
  readonly page: number;
  readonly pageSize: number;
  readonly pageCount: number;
  readonly total: number;
}

/** One page of a list, as our admin routes return it. */
export interface PageOf<T> {
  readonly data: readonly T[];
  readonly meta: { readonly pagination: Pagination };
}
