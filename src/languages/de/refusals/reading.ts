export const reading = {
  drafts: '{field}: Von außen ist nur Veröffentlichtes lesbar. Bitte lassen Sie den Parameter weg.',
  'key-unknown':
    '{field}: „{found}“ gibt es hier nicht, oder es ist nicht öffentlich. Möglich sind: {allowed}.',
  'private-field': '{field}: „{found}“ ist nicht öffentlich. Bitte lassen Sie es weg.',
  'locale-inside':
    '{field}: Was zu einem Eintrag gehört, kommt in derselben Sprache wie er. Bitte lassen Sie das weg und nennen Sie die Sprache einmal: locale={found}.',
  'search-shape': '_q: Bitte geben Sie einen Suchtext mit höchstens 200 Zeichen an.',
  'filter-shape':
    '{field}: „{found}“ ist kein Filter. Bitte schreiben Sie filters[feld][$operator]=wert; $between braucht zwei Werte.',
  'pagination-shape':
    '{field}: „{found}“ geht nicht. Bitte verwenden Sie ganze Zahlen: page und pageSize ab 1 oder start ab 0 und limit ab 1; eine Seite hat höchstens 100 Einträge.',
  'pagination-outside':
    '{field}: Bitte schreiben Sie pagination[{field}]={found}; ohne die Klammern würde es übergangen.',
  'pagination-inside':
    '{field}: Was zu einem Eintrag gehört, kommt vollständig. Bitte lassen Sie das weg, oder fragen Sie die Liste selbst ab: mit filters und pagination.',
  'preview-token':
    'Diese Vorschau gilt nicht oder nicht mehr. Bitte öffnen Sie sie in der Verwaltung noch einmal.',
  'too-deep': '{field}: Die Anfrage ist zu tief verschachtelt. Bitte vereinfachen Sie sie.',
  'too-large': '{field}: Die Anfrage hat zu viele Teile. Bitte teilen Sie sie auf.',
  'too-many-lists':
    '{field}: Höchstens {lists} Bedingungen einer Anfrage dürfen in Listen führen (Kategorien, Zeiten, Bilder). Bitte fragen Sie mit $in nach mehreren Werten oder teilen Sie die Anfrage auf.',
  'too-many-relations':
    '{field}: Höchstens {relations} Bedingungen einer Anfrage dürfen zu verbundenen Einträgen führen. Bitte fragen Sie mit $in nach mehreren Werten oder teilen Sie die Anfrage auf.',
  'sort-lists':
    '{field}: Sortieren lässt sich nach höchstens einer Liste (Kategorien, Zeiten, Bilder). Bitte lassen Sie die anderen weg.',
  'sort-relations':
    '{field}: Verbundene Einträge lassen sich nur nach eigenen Feldern sortieren. Bitte nennen Sie eines davon.',
  'content-closed': 'Inhalte lassen sich von außen nicht ändern. Bitte melden Sie sich in der Verwaltung an.',
  'populate-shape': 'populate: Bitte nennen Sie Felder als Text, Liste oder populate[feld]=true.',
};
