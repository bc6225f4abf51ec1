export const selfService = {
  'relation-not-found':
    '{field}: Den Eintrag „{found}“ gibt es nicht. Bitte geben Sie eine gültige documentId an.',
  'relation-not-in-language':
    '{field}: „{found}“ gibt es nicht in dieser Sprache. Bitte setzen Sie das Feld in der Sprache, in der es den Eintrag gibt; es gilt für alle.',
  'business-not-managed': '{field}: Diesen Betrieb verwalten Sie nicht. Bitte geben Sie einen eigenen an.',
  'business-required': '{field}: Bitte geben Sie an, zu welchem Ihrer Betriebe der Eintrag gehört.',
  'file-not-owned': '{field}: Diese Datei ist nicht von Ihnen. Bitte laden Sie das Bild selbst hoch.',
  'upload-used': 'Dieses Bild wird noch verwendet. Bitte nehmen Sie es zuerst aus dem Eintrag.',
  'precondition-failed':
    'Der Eintrag wurde inzwischen geändert. Bitte laden Sie ihn neu und wiederholen Sie Ihre Änderung.',
  'invitation-invalid':
    'Die Einladung ist abgelaufen, wurde schon benutzt oder gilt für eine andere E-Mail-Adresse. Bitte lassen Sie sich neu einladen.',
  'invitation-too-early': 'Einladen können Sie, sobald der Eintrag zum ersten Mal veröffentlicht wurde.',
  'invitations-open':
    'Für diesen Betrieb sind schon {maximum} Einladungen offen. Bitte nehmen Sie eine zurück, oder warten Sie, bis eine angenommen ist.',
  'invitations-today':
    'Mehr als {maximum} Einladungen am Tag gehen nicht. Bitte laden Sie weitere Personen morgen ein.',
  'already-manager': 'Dieses Konto verwaltet den Betrieb schon.',
  'not-owner': 'Nur Inhaberinnen und Inhaber können andere entfernen.',
  'last-manager':
    'Ein Betrieb braucht jemanden, der ihn verwaltet. Bitte laden Sie erst eine andere Person ein, oder archivieren Sie den Betrieb.',
  'last-owner':
    'Ein Betrieb braucht eine Inhaberin oder einen Inhaber. Bitte wenden Sie sich an die Redaktion.',
  'claim-business-required': 'business: Bitte geben Sie die documentId des Betriebs an.',
  'claim-reason-required': 'reason: Bitte schreiben Sie in 10 bis 2000 Zeichen, warum der Betrieb Ihrer ist.',
  'claim-managed':
    'Diesen Betrieb verwaltet schon jemand. Bitte lassen Sie sich einladen oder wenden Sie sich an die Redaktion.',
  'claim-open': 'Sie haben diesen Betrieb schon beansprucht; die Redaktion prüft das.',
  'claims-open':
    'Sie haben schon {maximum} Betriebe beansprucht, über die noch nicht entschieden ist. Bitte warten Sie auf die Redaktion.',
  'claims-today':
    'Mehr als {maximum} Betriebe am Tag können Sie nicht beanspruchen. Bitte versuchen Sie es morgen wieder.',
  'drafts-open':
    'Sie haben schon {maximum} Entwürfe, die nie öffentlich waren. Bitte reichen Sie einen ein oder löschen Sie einen.',
  'creations-today':
    'Mehr als {maximum} neue Einträge am Tag gehen nicht. Bitte legen Sie weitere morgen an.',
  'submissions-today':
    'Mehr als {maximum} Einreichungen am Tag gehen nicht. Bitte reichen Sie weitere morgen ein.',
  'size-class-missing': 'sizeClass: Bitte geben Sie an, wie groß der Betrieb ist.',
  'size-class-too-large':
    'sizeClass: Diese Stadt nimmt Betriebe bis zur Größe „{maximum}“ auf; dieser ist „{found}“.',
  'chain-not-admitted': 'chain: Diese Stadt nimmt keine Filialketten auf.',
};
