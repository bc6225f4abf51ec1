import type { Core } from '@strapi/strapi';
import { registerQueue } from '#src/platform/jobs/index';
import { registerMail } from '#src/platform/mail/mail-queue';
import { addPage } from '#src/platform/pages/pages';
import { registerPersonalData } from '#src/platform/personal-data/index';
import { registerLinkPurpose } from '#src/platform/secret-links/index';
import { accountDataPages } from './account-pages';
import { archiveLink } from './by-editor/archive-link';
import { deletionQueue } from './deletion/delete-accounts';
import { deletionLink } from './deletion/deletion-link';
import { deletionMail } from './deletion/deletion-mail';
import { exportLink } from './export/export-link';
import { exportMail } from './export/export-mail';
import { exportQueue } from './export/make-export';
import { ownDataLink } from './own-data/own-data-link';
import { ownDataMail } from './own-data/own-data-mail';
import { ownDataPages } from './own-data/own-data-page';
import { personalData } from './personal-data';

/** What people may ask about their data, and have deleted (docs/adr/0078). Call in `register()`. */
export function registerDataRights(strapi: Core.Strapi): void {
  registerQueue(strapi, exportQueue(strapi));
  registerQueue(strapi, deletionQueue(strapi));
  registerMail(strapi, exportMail);
  registerMail(strapi, deletionMail);
  registerMail(strapi, ownDataMail);
  for (const purpose of [exportLink, deletionLink, ownDataLink, archiveLink])
    registerLinkPurpose(strapi, purpose);
  for (const page of [...ownDataPages, ...accountDataPages]) addPage(strapi, page);
  for (const data of personalData) registerPersonalData(strapi, data);
}
