import type { Core } from '@strapi/strapi';
import { registerPermissions } from '#src/platform/http/panel-permissions';
import { registerQueue } from '#src/platform/jobs/index';
import { registerMail } from '#src/platform/mail/mail-queue';
import { registerPersonalData } from '#src/platform/personal-data/index';
import { registerLinkPurpose } from '#src/platform/secret-links/index';
import { describePaths } from '#src/reading/openapi/described-paths';
import { addStep } from '#src/writing/pipeline';
import { createChosenController } from './controllers/chosen';
import { createDataRequestsController } from './controllers/data-requests';
import { createDigestController } from './controllers/digest';
import { createDocumentsController } from './controllers/documents';
import { createReasonsController } from './controllers/reasons';
import { createIntakeController } from './controllers/intake';
import { createSubmissionsController } from './controllers/submissions';
import { createTypesController } from './controllers/types';
import { addKind } from './intake/kinds';
import { decisionMail as intakeDecisionMail } from './intake/decision-mail';
import { objectionKind, objectionPurpose } from './intake/objections';
import { intakeData } from './intake/personal-data';
import { receiptMail } from './intake/receipt-mail';
import { reportKinds } from './intake/report-kinds';
import { createIntake } from './intake/service';
import { describeReports } from './openapi';
import { PERMISSIONS, routes } from './routes';
import { decisionMail } from './services/decision-mails';
import { digestMail, digestQueue } from './services/digest';
import { moderation } from './services/document-guard';
import { answerForms } from './services/form-answers';
import { form } from './services/form-guard';
import { personalData } from './services/personal-data';
import { seedReasons } from './services/reason-templates';
import { showStates } from './services/show-states';
import { createSubmissions } from './services/submissions';

interface Context {
  strapi: Core.Strapi;
}

export default {
  config: {
    // The content type that says who manages a business (attributes: business, user).
    default: { membershipType: undefined },
  },

  register({ strapi }: Context): void {
    registerQueue(strapi, digestQueue(strapi));
    registerMail(strapi, decisionMail);
    registerMail(strapi, digestMail);
    registerMail(strapi, receiptMail);
    registerMail(strapi, intakeDecisionMail);
    registerLinkPurpose(strapi, objectionPurpose);
    for (const kind of [...reportKinds, objectionKind]) addKind(strapi, kind);
    answerForms(strapi);
    describePaths(strapi, describeReports);
    for (const data of [...personalData(strapi), intakeData]) registerPersonalData(strapi, data);
  },

  async bootstrap({ strapi }: Context): Promise<void> {
    addStep(strapi, form);
    addStep(strapi, moderation);
    showStates(strapi);
    await registerPermissions(strapi, 'moderation', PERMISSIONS);
    await seedReasons(strapi);
  },

  routes,

  controllers: {
    submissions: createSubmissionsController,
    documents: createDocumentsController,
    chosen: createChosenController,
    reasons: createReasonsController,
    intake: createIntakeController,
    dataRequests: createDataRequestsController,
    digest: createDigestController,
    types: createTypesController,
  },

  services: { submissions: createSubmissions, intake: createIntake },
};
