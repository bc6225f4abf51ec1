import type { PanelTexts } from './panel-texts';
import { fields } from '../../languages/en/fields';

export const en: PanelTexts = {
  strapi: {
    // What is typed is kept: src/plugins/moderation/admin/src/form.
    'app.session.ended.unsaved':
      'Your session has ended and cannot be resumed. What you typed into an entry is kept in this browser and will be offered again when you have logged in and open the entry.',
  },
  ...fields,
  systemFields: {
    id: 'Number',
    documentId: 'Document ID',
    createdAt: 'Created',
    updatedAt: 'Changed',
    publishedAt: 'Published',
    createdBy: 'Created by',
    updatedBy: 'Changed by',
  },
  messages: {
    User: 'Accounts of businesses',
    'Auth.form.welcome.title': 'Welcome to Stadtverbund',
    'Auth.form.welcome.subtitle': "Log in to maintain the city's businesses and offers",
    'app.components.LeftMenu.navbrand.title': 'Stadtverbund',
    'app.components.LeftMenu.navbrand.workplace': 'Editorial desk',
    'HomePage.header.subtitle': 'Welcome to the editorial desk',
    'content-manager.containers.EditView.publishHint':
      'Where it says “Publish”, Ctrl / Cmd + Shift + Enter does the same',
    'stadtverbund.warnings.title': 'Warnings',
    'stadtverbund.warnings.none': 'No warnings about the saved version.',
    'stadtverbund.warnings.unsaved': 'Warnings appear after the first save.',
    'stadtverbund.warnings.failed': 'The warnings could not be loaded.',
    'stadtverbund.warnings.retry': 'Try again',
    'stadtverbund.warnings.loading': 'Loading warnings …',
    'stadtverbund.parts.failure.title': 'That did not work',
    'stadtverbund.parts.failure.retry': 'Try again',
    'stadtverbund.parts.failure.unreachable': 'The server does not answer. Please check the connection.',
    'stadtverbund.parts.page.of': 'Page {page, number} of {count, number}',
    'stadtverbund.parts.page.previous': 'Previous page',
    'stadtverbund.parts.page.next': 'Next page',
    'stadtverbund.parts.loading': 'Loading …',
  },
};
