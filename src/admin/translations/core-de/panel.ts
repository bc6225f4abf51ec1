/** German for what Strapi 5.54.0 shows in English in daily work: shell, content manager, languages. */
export const panel: Record<string, string> = {
  'app.components.Select.placeholder': 'Auswählen',
  'app.error.chunk.message':
    'Diese Ansicht konnte nicht geladen werden. Vielleicht startet der Server gerade, oder die Verbindung war unterbrochen. Bitte die Seite neu laden.',
  'app.error.chunk.reload': 'Seite neu laden',
  'app.error.chunk.title': 'Diese Ansicht konnte nicht geladen werden',
  'app.session.ended.title': 'Sitzung beendet',
  'app.session.ended.unsaved':
    'Ihre Sitzung ist beendet und lässt sich nicht fortsetzen. Was Sie in einem Eintrag geschrieben haben, bleibt in diesem Browser aufgehoben und wird Ihnen nach der Anmeldung wieder angeboten, wenn Sie den Eintrag öffnen.',
  'app.utils.update-filter': 'Filter ändern',
  'app.HeaderLayout.docLink.label': 'Mehr dazu in der Dokumentation',
  'global.sessions.active-devices': 'Angemeldete Geräte',
  'Settings.application.plan-title': 'Ausgabe von Strapi',
  'Settings.sessions.title': 'Angemeldete Geräte',
  'Settings.sessions.subtitle': 'Geräte und Sitzungen, die mit diesem Konto angemeldet sind.',
  'Settings.sessions.device': 'Gerät',
  'Settings.sessions.loginAt': 'Angemeldet',
  'Settings.sessions.lastActiveAt': 'Zuletzt benutzt',
  'Settings.sessions.actions': 'Aktionen',
  'Settings.sessions.current': 'Dieses Gerät',
  'Settings.sessions.unknownDevice': 'Unbekanntes Gerät',
  'Settings.sessions.revoke': 'Sitzung beenden',
  'Settings.sessions.revoke.success': 'Sitzung beendet',
  'Settings.sessions.revoke.confirm':
    'Diese Sitzung wirklich beenden? Auf dem Gerät ist dann eine neue Anmeldung nötig.',
  'Settings.sessions.revoke.confirmCurrent':
    'Das ist das Gerät, das gerade benutzt wird. Beim Beenden dieser Sitzung erfolgt die Abmeldung.',
  'Settings.sessions.revokeOthers': 'Von anderen Geräten abmelden',
  'Settings.sessions.revokeOthers.confirm':
    'Wirklich alle anderen Sitzungen beenden? Auf diesem Gerät bleibt die Anmeldung bestehen.',
  'Settings.sessions.revokeOthers.success': 'Andere Sitzungen beendet',
  'Settings.sessions.revokeAll': 'Von allen Geräten abmelden',
  'Settings.sessions.revokeAll.confirm':
    'Wirklich alle Sitzungen beenden, auch diese? Danach ist eine neue Anmeldung nötig.',
  'Settings.roles.form.permissions.locales.validation':
    '{count, plural, one {Die Aktion {actions} muss für mindestens eine Sprache gelten.} other {Die Aktionen {actions} müssen für mindestens eine Sprache gelten.}}',

  'content-manager.actions.open-in-new-tab.label': 'In neuem Tab öffnen',
  'content-manager.actions.copy-documentId.label': 'Dokument-ID kopieren',
  'content-manager.actions.copy-documentId.success': 'Dokument-ID in die Zwischenablage kopiert',
  'content-manager.actions-drawer.open': 'Weitere Aktionen öffnen',
  'content-manager.actions-drawer.close': 'Weitere Aktionen schließen',
  'content-manager.components.DynamicZone.unknown-component': 'Unbekannte Komponente',
  'content-manager.components.DynamicZone.move-up': 'Nach oben',
  'content-manager.components.DynamicZone.move-down': 'Nach unten',
  'content-manager.containers.edit.information.documentId.label': 'Dokument-ID',
  'content-manager.containers.List.statusFilter.draft': 'Entwurf (nie veröffentlicht)',
  'content-manager.containers.List.statusFilter.published': 'Veröffentlicht (alle)',
  'content-manager.containers.List.statusFilter.publishedModified': 'Veröffentlicht (seitdem geändert)',
  'content-manager.containers.List.statusFilter.publishedUnmodified': 'Veröffentlicht (unverändert)',
  'content-manager.containers.list.filters.status': 'Status',
  'content-manager.containers.SettingPage.editSettings.relationOpenMode': 'Öffnen verknüpfter Einträge',
  'content-manager.containers.SettingPage.editSettings.relationOpenMode.description':
    'Wie sich ein verknüpfter Eintrag beim Anklicken öffnet',
  'content-manager.containers.SettingPage.editSettings.relationOpenMode.modal': 'Im Fenster (Standard)',
  'content-manager.containers.SettingPage.editSettings.relationOpenMode.newTab': 'In neuem Tab',
  'content-manager.containers.SettingPage.editSettings.relationOpenMode.page': 'Zur Seite wechseln',
  'content-manager.permissions.not-allowed.locale':
    'Dir fehlt die Berechtigung für diesen Inhalt in der gewählten Sprache',
  'content-manager.popUpWarning.warning.has-draft-m2m-relations.message':
    '{count, plural, one {# verknüpfter Eintrag ist noch ein Entwurf. Er erscheint, sobald er veröffentlicht ist.} other {# verknüpfte Einträge sind noch Entwürfe. Sie erscheinen, sobald sie veröffentlicht sind.}}',
  'content-manager.popUpWarning.warning.has-draft-m2m-relations.additional':
    '{count, plural, one {# Verknüpfung zeigt} other {# Verknüpfungen zeigen}} auf Entwürfe, die nach ihrer Veröffentlichung sichtbar werden.',
  'search.placeholder': 'Suchen',
  cancel: 'Abbrechen',
  'app.loading': 'Wird geladen …',
  'app.utils.toggle': 'Umschalten',
  'app.error.copy': 'In die Zwischenablage kopieren',
  'app.error.message': 'Hier ist etwas schiefgegangen. Bitte der technischen Betreuung Bescheid geben.',
  'app.components.Button.close': 'Schließen',
  'Auth.form.email.placeholder': 'z. B. redaktion@example.org',
  'HomePage.addWidget.selectWidget': 'Widget {widgetName} auswählen',
  'components.premiumFeature.title': 'Nur in der kostenpflichtigen Ausgabe',
  'components.placeholder.select': 'Auswählen',
  'components.Blocks.blocks.bulletList': 'Aufzählung',
  'components.Blocks.blocks.numberList': 'Nummerierte Liste',
  'containers.list.displayedFields': 'Angezeigte Spalten',
  'containers.SettingPage.editSettings.description': 'Felder mit der Maus an ihren Platz ziehen',
  'content-manager.plugin.name': 'Inhalte',
  'content-manager.containers.empty-label': 'Ohne Namen',
  // Strapi's German text omits the number.
  'content-manager.containers.list.items': '{number} {number, plural, one {Eintrag} other {Einträge}}',
  'content-manager.containers.ListPage.selectedEntriesModal.title': 'Einträge veröffentlichen',
  'content-manager.containers.SettingPage.edit-settings.modal-form.mainField.hint':
    'Welches Feld den Eintrag benennt',
  'content-manager.containers.ListSettingsView.modal-form.size': 'Größe',
  'content-manager.actions.unpublish.dialog.radio-label':
    'Wie soll die Veröffentlichung zurückgenommen werden?',
  'content-manager.Settings.list.actions.deleteAdditionalInfos':
    'Gelöscht werden die Einträge in der gewählten Sprache',
  'content-manager.components.Blocks.expand': 'Vergrößern',
  'content-manager.components.Blocks.collapse': 'Verkleinern',
  'content-manager.components.Blocks.dnd.reorder': '{item} verschoben. Neue Stelle im Text: {position}.',
  'content-manager.components.Blocks.dnd.instruction':
    'Zum Verschieben von Absätzen Strg und Umschalt mit Pfeil hoch oder runter drücken',
  'content-manager.components.DynamicZone.more-actions': 'Weitere Aktionen',
  'popUpWarning.bodyMessage.contentType.delete.all': 'Diese Einträge wirklich löschen?',
  'popUpWarning.bodyMessage.contentType.unpublish.all':
    'Die Veröffentlichung dieser Einträge wirklich zurücknehmen?',
  'i18n.Settings.locales.modal.locales.label': 'Sprachen',
  'i18n.actions.publish.dialog.title': 'Bestätigung',
  'Settings.locales.modal.create.code.error': 'Bitte eine Sprache wählen',
  'Settings.locales.modal.create.name.error.min': 'Der Anzeigename darf höchstens 50 Zeichen haben.',
  'Settings.locales.modal.create.name.error.required': 'Bitte einen Anzeigenamen eingeben',

  'content-manager.components.uid.apply': 'übernehmen',
  'content-manager.components.uid.suggested': 'Vorschlag',

  'i18n.list-view.table.header.label': 'Verfügbar in',
  'Available in': 'Verfügbar in',
};
