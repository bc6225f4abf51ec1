import type { Core } from '@strapi/strapi';
import { registerQueue } from '../../../../jobs';
import { registerPermissions } from './permissions';
import { guardDocuments } from './services/document-guard';
import { moderatedTypes } from './services/options';
import { decisionMailQueue } from './services/send-decision-mail';
import { createSubmissions } from './services/submissions';

interface Context {
  strapi: Core.Strapi;
}

export default {
  config: {
    // Which content type says who manages a business (attributes: business, user).
    default: { membershipType: undefined },
    validator(): void {},
  },

  register({ strapi }: Context): void {
    registerQueue(strapi, decisionMailQueue(strapi));
  },

  async bootstrap({ strapi }: Context): Promise<void> {
    moderatedTypes(strapi);
    guardDocuments(strapi);
    await registerPermissions(strapi);
  },

  services: { submissions: createSubmissions },
};
