export const dataRights = {
  'export-too-soon':
    'Ihre Daten können Sie einmal in der Stunde anfordern. Die letzte Anforderung ist noch keine Stunde her; wenn die Datei fertig ist, bekommen Sie eine E-Mail.',
  'confirmation-missing':
    'Bitte bestätigen Sie, dass endgültig gelöscht werden soll: Das lässt sich nicht rückgängig machen.',
  'confirmation-differs':
    'Das stimmt nicht mit der Adresse überein, die gelöscht werden soll. Bitte tippen Sie sie genau so ein.',
  'nothing-chosen': 'Bitte wählen Sie aus, was gelöscht werden soll.',
  'no-such-account': 'Ein solches Konto gibt es nicht (mehr). Bitte suchen Sie noch einmal.',
};
