export { createAccount, type Account, type Registration, type SignedIn } from './account.ts';
export { CityError, type Problem } from './city-error.ts';
export { createClient, type Client } from './client.ts';
export type {
  CityProfile,
  Collection,
  DocumentQuery,
  Entry,
  Filters,
  List,
  ListQuery,
  Pagination,
  Populate,
  Preview,
  Single,
} from './content.ts';
export type {
  Directory,
  DirectoryFilter,
  DirectorySearch,
  Hit,
  HoursAnswer,
  ListingAnswer,
  MapAnswer,
  Point,
  SearchAnswer,
  StatsAnswer,
  SuggestAnswer,
} from './directory.ts';
export { createFeed, isNews, type Feed, type FeedBatch, type FeedEvent, type FeedPage } from './feed.ts';
export type { components, operations, paths } from './generated/openapi.ts';
export type { Query, TypedDocument } from './graphql.ts';
export type { CallOptions, Connection, ConnectionOptions } from './http.ts';
export { rememberAnswers, type AnswerMemory } from './remembered-answers.ts';
export {
  selfService,
  type Claim,
  type DocumentState,
  type Draft,
  type FormField,
  type FormSchema,
  type Invitation,
  type Manager,
  type OwnAccount,
  type OwnDeletion,
  type OwnDocument,
  type OwnExport,
  type OwnList,
  type OwnSession,
  type OwnUpload,
  type SelfService,
  type Upload,
} from './self-service.ts';
export { readWebhook, verifyWebhook, type WebhookHeaders } from './webhook.ts';
