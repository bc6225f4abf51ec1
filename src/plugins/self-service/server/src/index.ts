import type { Core } from '@strapi/strapi';
import { addToExport } from '#src/data-rights/index';
import { registerQueue } from '#src/platform/jobs/index';
import { registerMail } from '#src/platform/mail/mail-queue';
import { registerPersonalData } from '#src/platform/personal-data/index';
import { registerLinkPurpose } from '#src/platform/secret-links/index';
import { addPage } from '#src/platform/pages/pages';
import { describePaths } from '#src/reading/openapi/described-paths';
import { setPreviewReaders } from '#src/reading/preview/opened-preview';
import { addStep } from '#src/writing/pipeline';
import type { IntakeService } from '#src/plugins/moderation/server/src/contract';
import { serveAppFiles } from './app/app-files';
import { serveAppIcons } from './app/app-icons';
import { serveAppManifests } from './app/app-manifest';
import { appPages } from './app/app-pages';
import { account } from './controllers/account';
import { claims } from './controllers/claims';
import { accountData } from './controllers/account-data';
import { my } from './controllers/my';
import { formSchema } from './controllers/form-schema';
import { people } from './controllers/people';
import { uploads } from './controllers/uploads';
import { activeSession } from './middlewares/active-session';
import { inTurn } from './middlewares/in-turn';
import { limitedWrites } from './middlewares/limited';
import { noQuery } from './middlewares/no-query';
import { uploadForm } from './middlewares/upload-form';
import { describeSelfService } from './openapi/describe';
import { routes } from './routes';
import { contributor } from './services/document-guard';
import { memberships } from './services/follow-memberships';
import { acceptedMail } from './services/accepted-mail';
import { claimKind } from './services/claim-kind';
import { exportedListings, exportedPictures } from './services/export-contents';
import { invitationLink } from './services/invitation-link';
import { invitationMail } from './services/invitation-mail';
import { receiptMail } from './services/receipt-mail';
import { mayPreview } from './services/my-preview';
import { personalData } from './services/personal-data';
import { unusedUploadsQueue } from './services/unused-uploads';

/** Contributors enter and update the listings of their own businesses (docs/api.md, "For businesses"). */
export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    registerQueue(strapi, unusedUploadsQueue(strapi));
    registerLinkPurpose(strapi, invitationLink);
    registerMail(strapi, invitationMail);
    registerMail(strapi, acceptedMail);
    registerMail(strapi, receiptMail);
    strapi.plugin('moderation').service<IntakeService>('intake').addKind(claimKind);
    addToExport(strapi, exportedListings);
    addToExport(strapi, exportedPictures);
    setPreviewReaders(strapi, (account, draft) => mayPreview(strapi, account, draft));
    serveAppIcons(strapi);
    serveAppManifests(strapi);
    for (const page of appPages(serveAppFiles(strapi))) addPage(strapi, page);
    describePaths(strapi, () => describeSelfService(strapi));
    for (const data of personalData(strapi)) registerPersonalData(strapi, data);
  },
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    addStep(strapi, contributor);
    addStep(strapi, memberships);
  },
  routes,
  controllers: { account, accountData, formSchema, my, people, claims, uploads },
  middlewares: {
    'active-session': activeSession,
    'in-turn': inTurn,
    'limited-writes': limitedWrites,
    'no-query': noQuery,
    'upload-form': uploadForm,
  },
};
