export const CAMPAIGN_STATES = ['upcoming', 'running', 'ended'] as const;

export type CampaignState = (typeof CAMPAIGN_STATES)[number];

const at = (moment: unknown): number => new Date(moment as string | Date).getTime();

/**
 * The state of a campaign at `now`. At the end moment itself it is over; without a start it has begun, without an end
 * it never ends.
 */
export const campaignState = (
  campaign: { readonly startsAt?: unknown; readonly endsAt?: unknown },
  now: Date,
): CampaignState => {
  if (campaign.endsAt != null && at(campaign.endsAt) <= now.getTime()) return 'ended';
  return campaign.startsAt != null && at(campaign.startsAt) > now.getTime() ? 'upcoming' : 'running';
};

/**
 * The same as SQL, for sums over many campaigns.
 * @param startsAt @param endsAt @param now SQL expressions for timestamps
 */
export const campaignStateSql = (startsAt: string, endsAt: string, now: string): string =>
  `case when ${endsAt} <= ${now} then 'ended' when ${startsAt} > ${now} then 'upcoming' else 'running' end`;
