import { desk } from './desk';
import { labels } from './labels';
import { mails } from './mails';
import { portalLabels } from './portal-labels';
import { publicPages } from './public-pages';
import { accounts } from './refusals/accounts';
import { directory } from './refusals/directory';
import { feed } from './refusals/feed';
import { files } from './refusals/files';
import { graphql } from './refusals/graphql';
import { moderation } from './refusals/moderation';
import { reading } from './refusals/reading';
import { requests } from './refusals/requests';
import { rules } from './refusals/rules';
import { selfService } from './refusals/self-service';
import { strapi } from './refusals/strapi';
import { states } from './states';

/** German defines the keys that every language must have. */
export const de = {
  refusals: {
    ...accounts,
    ...directory,
    ...feed,
    ...files,
    ...graphql,
    ...moderation,
    ...reading,
    ...requests,
    ...rules,
    ...selfService,
    ...strapi,
  },
  desk,
  labels,
  mails,
  portalLabels,
  publicPages,
  states,
};
