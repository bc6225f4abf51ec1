import { mediaLibrary } from './core-de/media-library';
import { panel } from './core-de/panel';
import type { PanelTexts } from './panel-texts';
import { fields } from '../../languages/de/fields';

export const de: PanelTexts = {
  strapi: { ...panel, ...mediaLibrary },
  ...fields,
  systemFields: {
    id: 'Nummer',
    documentId: 'Dokument-ID',
    createdAt: 'Erstellt',
    updatedAt: 'Geändert',
    publishedAt: 'Veröffentlicht',
    createdBy: 'Erstellt von',
    updatedBy: 'Geändert von',
  },
  messages: {
    User: 'Konten der Betriebe',
    'Auth.form.welcome.title': 'Willkommen bei Stadtverbund',
    'Auth.form.welcome.subtitle': 'Anmelden, um Betriebe und Angebote der Stadt zu pflegen',
    'Auth.form.button.login': 'Anmelden',
    'app.components.LeftMenu.navbrand.title': 'Stadtverbund',
    'app.components.LeftMenu.navbrand.workplace': 'Redaktion',
    'HomePage.header.subtitle': 'Willkommen in der Redaktion',
    // The keyboard shortcut only ever publishes; it does not press the button when that lifts a suspension.
    'content-manager.containers.EditView.publishHint':
      'Wo „Veröffentlichen“ steht, geht auch Strg / Cmd + Umschalt + Enter',
    'stadtverbund.warnings.title': 'Hinweise',
    'stadtverbund.warnings.none': 'Keine Auffälligkeiten im gespeicherten Stand.',
    'stadtverbund.warnings.unsaved': 'Hinweise erscheinen nach dem ersten Speichern.',
    'stadtverbund.warnings.failed': 'Die Hinweise konnten nicht geladen werden.',
    'stadtverbund.warnings.retry': 'Erneut versuchen',
    'stadtverbund.warnings.loading': 'Hinweise werden geladen …',
    'stadtverbund.parts.failure.title': 'Das hat nicht geklappt',
    'stadtverbund.parts.failure.retry': 'Noch einmal versuchen',
    'stadtverbund.parts.failure.unreachable': 'Der Server antwortet nicht. Bitte prüfen Sie die Verbindung.',
    'stadtverbund.parts.page.of': 'Seite {page, number} von {count, number}',
    'stadtverbund.parts.page.previous': 'Vorige Seite',
    'stadtverbund.parts.page.next': 'Nächste Seite',
    'stadtverbund.parts.loading': 'Wird geladen …',
  },
};
