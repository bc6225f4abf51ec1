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
  'notice-place':
    '{field}: Bitte nennen Sie die genaue Stelle: die Adresse (url) der Seite, oder contentType und documentId des Eintrags.',
  'notice-elsewhere': '{field}: Diese Seite gehört nicht zu uns. Bitte nennen Sie eine Seite von hier.',
  'notice-explanation':
    '{field}: Bitte schreiben Sie in mindestens {minimum} Zeichen, was daran rechtswidrig ist und warum.',
  'notice-message': '{field}: Bitte schreiben Sie, worum es geht.',
  'notice-name':
    '{field}: Bitte nennen Sie Ihren Namen. Nötig ist er nicht, wenn es um sexuellen Missbrauch von Kindern geht (childAbuse).',
  'notice-email':
    '{field}: Bitte nennen Sie Ihre E-Mail-Adresse. Nötig ist sie nicht, wenn es um sexuellen Missbrauch von Kindern geht (childAbuse).',
  'notice-good-faith':
    '{field}: Bitte bestätigen Sie, dass nach Ihrer Überzeugung alles richtig und vollständig ist, was Sie melden.',
  'intake-decided': 'Darüber ist schon entschieden. Bitte laden Sie die Liste neu.',
  'intake-decision': '{field}: Diese Entscheidung gibt es hier nicht. Bitte wählen Sie eine der angebotenen.',
  'intake-reason': '{field}: Bitte schreiben Sie den Grund; wer sich gemeldet hat, liest ihn.',
  'four-eyes':
    'Über einen Widerspruch entscheidet jemand anderes als beim ersten Mal. Bitte überlassen Sie ihn einer Kollegin oder einem Kollegen.',
  'statement-required':
    '{field}: Bitte schreiben Sie, was der Betrieb lesen soll: was nicht mehr öffentlich ist, und warum.',
  'statement-names-notifier':
    '{field}: Hier steht der Name oder die E-Mail-Adresse von jemandem, der etwas gemeldet hat. Der Betrieb darf beides nicht erfahren.',
  'norm-required': '{field}: Bitte nennen Sie das Gesetz oder die Stelle der Nutzungsbedingungen.',
  'objection-message': '{field}: Bitte schreiben Sie in 10 bis 2000 Zeichen, warum Sie widersprechen.',
};
