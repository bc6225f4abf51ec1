export type Fields = Readonly<Record<string, unknown>>;

/** A path of `pluginOptions.listing.moderation.autoApprove`: an attribute, or one field of a component, repeatable or not. */
export interface Listed {
  readonly path: string;
  /** Which values need no review; absent if the path does not lead to a text. */
  readonly matches?: RegExp | undefined;
}

/** Whether a value needs no review at any position. */
export const isHarmless = ({ matches }: Listed, value: unknown): boolean =>
  value === null || value === undefined || !matches || (typeof value === 'string' && matches.test(value));
