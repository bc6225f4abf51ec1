import type { Core } from '@strapi/strapi';
import { addPage } from '#src/platform/pages/pages';
import { accountPage, askingPages } from './account';
import { confirmationPages } from './confirmation';
import { invitationPages } from './invitation';
import { newPasswordPages } from './new-password';
import { keepOldAddresses } from './old-addresses';

/** The pages of accounts, and the addresses that they had as files. Call in `register()`. */
export function addAccountPages(strapi: Core.Strapi): void {
  const pages = [accountPage, ...askingPages, ...confirmationPages, ...newPasswordPages, ...invitationPages];
  for (const page of pages) addPage(strapi, page);
  keepOldAddresses(strapi);
}
