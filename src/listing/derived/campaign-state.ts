import { campaignState, CAMPAIGN_STATES } from '../../domain/campaign-state';
import type { DerivedField } from './derived-field';

/** `state` of a campaign. */
export const stateOfCampaign: DerivedField = {
  schema: { type: 'string', enum: CAMPAIGN_STATES, description: 'Derived from startsAt and endsAt' },
  from: ['startsAt', 'endsAt'],
  compute: (_strapi, campaigns, now) => campaigns.map((campaign) => campaignState(campaign, now)),
};
