export const moderation = {
  'not-found': 'Diesen Eintrag gibt es nicht, oder Sie haben keinen Zugriff darauf.',
  'stale-version':
    'Der Eintrag wurde inzwischen geändert. Bitte laden Sie ihn neu und prüfen Sie die Änderung.',
  'changed-meanwhile':
    'Nicht gespeichert: Der Eintrag wurde geändert, seit Sie ihn geöffnet haben. Ihre Eingaben sind noch da.',
  'review-first':
    'Unter den gewählten Einträgen wartet eine Einreichung auf Prüfung. Bitte prüfen Sie sie einzeln (Menü „Einreichungen“) oder nehmen Sie sie aus der Auswahl.',
  'wrong-state': 'Das geht im jetzigen Zustand nicht ({from:state}). Bitte laden Sie den Eintrag neu.',
  'waits-for-review':
    'Der Eintrag wartet auf die Prüfung durch die Redaktion. Was ohne Prüfung öffentlich wird (bei einem öffentlichen Betrieb Öffnungszeiten ohne Bemerkungen, Telefonnummer und Einwilligung zur Weitergabe), können Sie trotzdem ändern. Für alles andere ziehen Sie die Einreichung bitte zurück (withdraw), ändern den Eintrag und reichen ihn wieder ein.',
  archived: 'Der Eintrag ist archiviert. Die Redaktion kann ihn wiederherstellen.',
  suspended:
    'Der Eintrag ist gesperrt und wird so nicht öffentlich. Bitte heben Sie zuerst die Sperre auf („Sperre aufheben …“).',
  'suspend-instead':
    'Wer einen öffentlichen Eintrag zurückzieht, sagt dem Betrieb warum: Bitte sperren Sie ihn mit einer Begründung („Nicht veröffentlichen …“ oder „Sperren …“). Das gilt für alle Sprachen zusammen.',
  'not-yours': 'Diesen Schritt kann nur die andere Seite gehen (Betrieb oder Redaktion).',
  'reason-required': 'Begründung: Bitte schreiben Sie, warum, damit der Betrieb weiß, was zu tun ist.',
  'not-through-moderation':
    'Einträge werden über den Selbsteintrag oder die Redaktion geändert, nicht auf diesem Weg.',
  'reported-enough': 'Zu diesem Eintrag liegen schon viele Meldungen vor. Die Redaktion sieht sie sich an.',
};
