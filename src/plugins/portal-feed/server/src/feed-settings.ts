/** What the operator allows in addition to the public internet and HTTPS. */
export interface FeedSettings {
  /** `FEED_ALLOW_HTTP=true`: plain HTTP targets. */
  readonly allowsHttp: boolean;
}

/** Reads the settings of the feed from the environment. */
export const feedSettings = (environment: Readonly<Record<string, string | undefined>>): FeedSettings => ({
  allowsHttp: environment.FEED_ALLOW_HTTP === 'true',
});
