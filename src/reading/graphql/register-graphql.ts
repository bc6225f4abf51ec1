import type { Core } from '@strapi/strapi';
import { campaignState } from '../../domain/public-rule';
import { archiveWarningIn } from '../archive-warning';
import { publicFormats } from '../public-files';
import { batchedFields } from './batching/batched-fields';
import { DIRECTORY_TYPES, directorySearchResolver } from './directory-search';

interface ShadowCrud {
  disable(): ShadowCrud;
  disableQueries(): ShadowCrud;
  disableMutations(): ShadowCrud;
  field(name: string): { disable(): unknown };
}

interface Extension {
  shadowCRUD(uid: string): ShadowCrud;
  use(extension: object): void;
}

/** Not a type in GraphQL at all. */
const HIDDEN_TYPES = [
  'api::membership.membership',
  'plugin::portal-feed.portal',
  'plugin::users-permissions.permission',
  'plugin::content-releases.release',
  'plugin::content-releases.release-action',
  'plugin::review-workflows.workflow',
  'plugin::review-workflows.workflow-stage',
];

/** Types that stay because others mention them, without queries of their own. */
const UNQUERIED_TYPES = [
  'plugin::upload.file',
  'plugin::users-permissions.user',
  'plugin::users-permissions.role',
];

const FILE = 'plugin::upload.file';
const PRIVATE_FILE_FIELDS = [
  'hash',
  'previewUrl',
  'provider',
  'provider_metadata',
  'related',
  'folder',
  'folderPath',
  'createdAt',
  'updatedAt',
  'publishedAt',
];

const DERIVED = /* GraphQL */ `
  enum CampaignState {
    upcoming
    running
    ended
  }
  extend type Campaign {
    "Derived from startsAt and endsAt at the time of asking."
    state: CampaignState!
  }
  extend type PressNotice {
    "The city's warning on archived notices; null on others."
    archiveWarning: String
  }
`;

/** Shapes the GraphQL schema: a read surface over the public types, with the same derived fields as REST. */
export function registerGraphql(strapi: Core.Strapi): void {
  const extension = strapi.plugin('graphql').service('extension') as unknown as Extension;
  for (const uid of HIDDEN_TYPES) extension.shadowCRUD(uid).disable();
  for (const uid of UNQUERIED_TYPES) extension.shadowCRUD(uid).disableQueries();
  for (const uid of Object.keys(strapi.contentTypes)) extension.shadowCRUD(uid).disableMutations();
  for (const uid of Object.keys(strapi.contentTypes))
    extension.shadowCRUD(uid).field('localizations').disable();
  for (const name of PRIVATE_FILE_FIELDS) extension.shadowCRUD(FILE).field(name).disable();
  extension.use({ resolversConfig: batchedFields(strapi) });
  extension.use({ typeDefs: DERIVED, resolvers: derivedFields(strapi), resolversConfig: PUBLIC_FIELDS });
  extension.use({
    typeDefs: DIRECTORY_TYPES,
    resolvers: { Query: { directorySearch: directorySearchResolver(strapi) } },
    resolversConfig: { 'Query.directorySearch': { auth: false } },
  });
}

// Like the stored fields beside them, they are read with the permission to read the document.
const PUBLIC_FIELDS = { 'Campaign.state': { auth: false }, 'PressNotice.archiveWarning': { auth: false } };

type Stored = Record<string, unknown>;

const derivedFields = (strapi: Core.Strapi) => ({
  Campaign: {
    state: (campaign: Stored) => campaignState(campaign, new Date()),
  },
  PressNotice: {
    archiveWarning: (notice: Stored) =>
      notice.archivedAt ? archiveWarningIn(strapi, notice.locale as string | undefined) : null,
  },
  UploadFile: { formats: (file: Stored) => publicFormats(file.formats) },
});
