import type { Core } from '@strapi/strapi';
import { registerBootLock, releaseBootLock } from './bootstrap/boot-lock';
import { dropClosedPermissions } from './bootstrap/closed-permissions';
import { syncContentApiPermissions } from './bootstrap/content-api-permissions';
import { applyEditViews } from './bootstrap/edit-views/apply-edit-views';
import { ensureEditorialRole, removeUnusedAuthorRole } from './bootstrap/editorial-role';
import { ensureLocales } from './bootstrap/locales';
import { registerOwnSchema } from './bootstrap/own-schema';
import { assertPluginsPresent } from './bootstrap/plugins-present';
import { forgetRejections, outliveRejections } from './bootstrap/unhandled-rejections';
import { registerDataRights } from './data-rights';
import { deskMailRoutes, registerDeskMails } from './extensions/admin/desk-mails';
import { editors } from './extensions/admin/personal-data';
import { newPasswords } from './extensions/admin/new-passwords';
import { signInLimits } from './extensions/admin/sign-in-limits';
import { endReusedSessions } from './extensions/sessions/end-reused-sessions';
import { registerAccountMails } from './extensions/users-permissions/account-mails';
import { describeAccounts } from './extensions/users-permissions/openapi';
import { addAccountPages } from './extensions/users-permissions/pages/add-account-pages';
import { ownAccountOnly } from './extensions/users-permissions/own-account-step';
import { emailChanges } from './extensions/users-permissions/email-change/personal-data';
import { accounts } from './extensions/users-permissions/personal-data';
import { uniqueAccount } from './extensions/users-permissions/unique-account';
import { storableForms } from './files/storable-forms';
import { registerGraphql } from './reading/graphql/register-graphql';
import { imports } from './import/personal-data';
import { listings } from './listing/personal-data';
import { accessLog } from './platform/http/personal-data';
import { believeProxies } from './platform/http/believe-proxies';
import { sweepFormFolders } from './platform/http/form-folders';
import { registerHttp } from './platform/http/register-http';
import { noteServedAddress } from './platform/http/served-address';
import { listingTypes } from './listing/listing-types';
import { refused } from './platform/refusals/refusal';
import { mailJobs } from './platform/mail/personal-data';
import { registerMailQueue } from './platform/mail/mail-queue';
import { registerMailRests } from './platform/mail/mail-rests';
import { unsubscribePurpose } from './platform/mail/unsubscribe';
import { announceMailFolder } from './platform/mail/send-now';
import { useLetterhead } from './platform/mail/letterhead';
import { registerDocsRoutes, registerGraphqlPage } from './reading/docs-page/docs-routes';
import { registerLocalesRoute } from './reading/locales-route';
import { describePaths } from './reading/openapi/described-paths';
import { registerPreviewRoute } from './reading/preview/preview-route';
import { registerReading } from './reading/register-reading';
import { splitConditions } from './reading/split-conditions';
import { notificationsOf } from './platform/sql/notifications';
import { limitStatements } from './platform/sql/limit-statements';
import { hidePackages, onUnreadableRelation, withoutWeeklyMetrics } from './platform/strapi/patches';
import { startJobs, stopJobs } from './platform/jobs';
import { people } from './platform/people/personal-data';
import {
  erasures,
  registerErasures,
  registerPersonalData,
  registerRetention,
  type PersonalData,
} from './platform/personal-data';
import { rateLimits } from './platform/rate-limit/personal-data';
import { secretLinks } from './platform/secret-links/personal-data';
import { startMetrics } from './platform/metrics';
import { registerLinkPurpose } from './platform/secret-links';
import { startVersionReader, stopVersionReader } from './platform/version';
import { assertGroundReadable } from './city/ground-files';
import { forgetCityOnChange } from './city/known-city';
import { cityLetterhead } from './city/letterhead';
import { registerEntryEvents, registerPublication, registerTimedChanges } from './publication';
import { startCache, stopCache } from './response-cache';
import { registerChallengeRoute } from './visitors/challenge-route';
import { registerLinkRoutes } from './visitors/link-routes';
import { describeVisitors } from './visitors/openapi';
import {
  addStep,
  closePipeline,
  guardBelowDocuments,
  registerWarningsRoute,
  registerPipeline,
} from './writing';

/** What is known of people beside the plugins, which declare their own. */
const personalData = (strapi: Core.Strapi): readonly PersonalData[] => [
  accessLog,
  accounts,
  editors,
  emailChanges,
  erasures,
  imports,
  listings(strapi),
  mailJobs(strapi),
  people,
  rateLimits,
  secretLinks,
];

interface Context {
  strapi: Core.Strapi;
}

export default {
  register({ strapi }: Context): void {
    outliveRejections(strapi);
    // A schema with options that cannot work stops the start, not the first request.
    listingTypes(strapi);
    registerPublication(strapi);
    registerPipeline(strapi);
    addStep(strapi, uniqueAccount);
    addStep(strapi, ownAccountOnly);
    registerEntryEvents(strapi);
    registerWarningsRoute(strapi);
    registerBootLock(strapi);
    registerOwnSchema(strapi);
    hidePackages(strapi);
    withoutWeeklyMetrics(strapi);
    registerMailQueue(strapi);
    registerMailRests(strapi);
    registerLinkPurpose(strapi, unsubscribePurpose);
    registerAccountMails(strapi);
    useLetterhead(strapi, (language) => cityLetterhead(strapi, language));
    registerDeskMails(strapi);
    for (const data of personalData(strapi)) registerPersonalData(strapi, data);
    registerErasures(strapi);
    registerRetention(strapi);
    registerTimedChanges(strapi);
    registerReading(strapi);
    describePaths(strapi, describeAccounts);
    describePaths(strapi, describeVisitors);
    registerHttp(strapi, [
      ...storableForms,
      ...signInLimits(strapi),
      ...newPasswords(strapi),
      ...deskMailRoutes(strapi),
    ]);
    registerGraphql(strapi);
    registerGraphqlPage(strapi);
    addAccountPages(strapi);
    registerDataRights(strapi);
  },

  async bootstrap({ strapi }: Context): Promise<void> {
    assertPluginsPresent(strapi);
    await sweepFormFolders(strapi);
    limitStatements(strapi);
    splitConditions(strapi);
    onUnreadableRelation(strapi, () => refused('forbidden'));
    guardBelowDocuments(strapi);
    assertGroundReadable(strapi);
    forgetCityOnChange(strapi);
    await ensureLocales(strapi);
    await syncContentApiPermissions(strapi);
    registerDocsRoutes(strapi);
    registerLocalesRoute(strapi);
    registerChallengeRoute(strapi);
    registerLinkRoutes(strapi);
    registerPreviewRoute(strapi);
    await ensureEditorialRole(strapi);
    await removeUnusedAuthorRole(strapi);
    await dropClosedPermissions(strapi);
    await applyEditViews(strapi);
    endReusedSessions(strapi);
    announceMailFolder(strapi);
    closePipeline(strapi);
    await startJobs(strapi);
    startMetrics(strapi);
    await startCache(strapi, await startVersionReader(strapi));
    believeProxies(strapi);
    noteServedAddress(strapi);
    await releaseBootLock();
  },

  async destroy({ strapi }: Context): Promise<void> {
    stopCache(strapi);
    await stopVersionReader(strapi);
    await stopJobs(strapi);
    await notificationsOf(strapi).stop();
    await releaseBootLock();
    forgetRejections(strapi);
  },
};
