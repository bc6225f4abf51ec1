import { accountLinks } from './account-links';
import { cityPages } from './city-pages';
import { dataRights } from './data-rights';
import { desk } from './desk';
import { fields } from './fields';
import { imports } from './imports';
import { labels } from './labels';
import { lawPages } from './law-pages';
import { links } from './links';
import { mails } from './mails';
import { openHours } from './open-hours';
import { pages } from './pages';
import { portalFilters } from './portal-filters';
import { portalLabels } from './portal-labels';
import { publicPages } from './public-pages';
import { reasons } from './reasons';
import { accounts } from './refusals/accounts';
import { dataRights as dataRightsRefusals } from './refusals/data-rights';
import { directory } from './refusals/directory';
import { feed } from './refusals/feed';
import { files } from './refusals/files';
import { graphql } from './refusals/graphql';
import { links as linkRefusals } from './refusals/links';
import { moderation } from './refusals/moderation';
import { reading } from './refusals/reading';
import { requests } from './refusals/requests';
import { rules } from './refusals/rules';
import { selfService } from './refusals/self-service';
import { strapi } from './refusals/strapi';
import { searchWords } from './search-words';
import { states } from './states';
import { units } from './units';
import type { Catalogue } from '../catalogue';

/** English. */
export const en: Catalogue = {
  refusals: {
    ...accounts,
    ...dataRightsRefusals,
    ...directory,
    ...feed,
    ...files,
    ...graphql,
    ...linkRefusals,
    ...moderation,
    ...reading,
    ...requests,
    ...rules,
    ...selfService,
    ...strapi,
  },
  dates: 'en-GB',
  accountLinks,
  cityPages,
  dataRights,
  desk,
  fields,
  imports,
  labels,
  lawPages,
  links,
  mails,
  openHours,
  pages,
  portalFilters,
  portalLabels,
  publicPages,
  reasons,
  searchWords,
  states,
  units,
};
