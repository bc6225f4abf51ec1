import type { Declaration } from './declaration';

const INTRO = `# Verzeichnis von Verarbeitungstätigkeiten

Nach Art. 30 Abs. 1 DSGVO, für den Betrieb von Stadtverbund. Diese Seite wird aus dem Quelltext erzeugt
(\`npm run processing-record\`) und sagt, was die Software tut. Was nur der Betreiber weiß, trägt er in seiner eigenen
Fassung ein; ein Vorschlag dafür steht am Anfang. Rechtsgrundlagen sind die, von denen die Software ausgeht: Bitte lassen
Sie sie von Ihrer oder Ihrem Datenschutzbeauftragten prüfen.

## Angaben des Betreibers

| was                                                    | Ihre Angabe                                                  |
| ------------------------------------------------------ | ------------------------------------------------------------ |
| Verantwortliche Stelle: Name, Anschrift, Kontakt       | (bitte eintragen)                                            |
| Vertretung der Stelle                                  | (bitte eintragen)                                            |
| Datenschutzbeauftragte Person: Kontakt                 | (bitte eintragen)                                            |
| Auftragsverarbeiter: Hosting, E-Mail-Versand           | (bitte eintragen, mit dem Datum der Verträge nach Art. 28)   |
| Übermittlung in Drittländer                            | Die Software selbst übermittelt nichts in Drittländer; bitte für Hosting, E-Mail und Abnehmerportale prüfen |

## Technische und organisatorische Maßnahmen

Die Maßnahmen nach Art. 32 DSGVO, die in der Software stecken, stehen in [operations.md](operations.md), Abschnitt
„Hardening“, jede mit ihrem Grund: unter anderem Zugriff nur nach Rolle und eigenem Eintrag, Passwörter und Schlüssel nur
als Prüfwert, Anmeldungen begrenzt, Protokolle ohne Geheimnisse, jede Entscheidung der Redaktion in einem Protokoll, das
niemand ändern kann. Gelöscht wird jede Nacht, von selbst.

## Verarbeitungen
`;

const list = (data: Declaration): string => {
  const kept = data.keeps.map(({ what, why, until }) => `  - ${what.de} (${why.de}), ${until.de}`);
  return [
    `### ${data.what.de}`,
    '',
    `- **Zweck:** ${data.purpose.de}`,
    `- **Rechtsgrundlage:** ${data.legalBasis.de}`,
    `- **Betroffene Personen:** ${data.whose.de}`,
    `- **Empfänger:** ${data.recipients.de}`,
    `- **Löschung:** ${data.deleted.de}`,
    ...(kept.length > 0 ? ['- **Bleibt nach einer Löschung auf Antrag:**', ...kept] : []),
    ...(data.tables.length > 0
      ? [`- **Gespeichert in:** ${data.tables.map((table) => `\`${table}\``).join(', ')}`]
      : []),
  ].join('\n');
};

const row = (data: Declaration): string => `| ${data.what.de} | ${data.deleted.de} |`;

/** The record of processing activities (GDPR, Art. 30) with the table of retentions, as Markdown in German. */
export const processingRecord = (all: readonly Declaration[]): string =>
  [
    INTRO,
    all.map(list).join('\n\n'),
    '',
    '## Wie lange was gespeichert bleibt',
    '',
    '| was | gelöscht |',
    '| --- | --- |',
    ...all.map(row),
    '',
  ].join('\n');
