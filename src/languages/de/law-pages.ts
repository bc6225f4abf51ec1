const number = (value: number): string => value.toLocaleString('de-DE');

/** The pages that the law asks for. */
export const lawPages = {
  example:
    'Beispiel: Dies ist eine Vorführung. Die Angaben zum Anbieter auf dieser Seite sind erfunden; keine Stadt ist für sie verantwortlich.',
  missing: {
    title: 'Auf dieser Seite fehlt noch etwas',
    text: 'Die Stelle, die diese Website betreibt, muss noch angeben:',
    one: (label: string, law: string): string => `${label} (verlangt ${law})`,
  },
  labels: {
    operator: 'Anbieter',
    representedBy: 'Vertreten durch',
    address: 'Anschrift',
    phone: 'Telefon',
    email: 'E-Mail',
    register: 'Registereintrag',
    vatId: 'Umsatzsteuer-Identifikationsnummer',
    supervisoryAuthority: 'Aufsichtsbehörde',
    responsibleForContent: 'Verantwortlich für redaktionelle Texte (§ 18 Abs. 2 MStV)',
    languages: 'Sprachen',
    website: 'Website',
  },
  imprint: {
    title: 'Impressum',
    description: 'Wer diese Website betreibt und wie man die Stelle erreicht.',
    contact: {
      title: 'Kontaktstelle für Behörden und für alle, die diese Website nutzen',
      text: 'Unter diesen Angaben erreichen Sie uns direkt (Art. 11 und 12 des Gesetzes über digitale Dienste, DSA). Sie schreiben mit Menschen, nicht mit einem Programm.',
    },
    report: 'Einen Inhalt melden',
    more: 'Weitere Angaben',
    sources: {
      title: 'Inhalte und Quellen',
      text: 'Einträge schreiben die Betriebe selbst, oder sie stammen aus offenen Daten; die Quelle steht bei jedem Eintrag. Was Betriebe schreiben, gibt eine Redaktion frei.',
    },
  },
  privacy: {
    title: 'Datenschutz',
    description: 'Was diese Website über Sie speichert, wozu, wie lange, und welche Rechte Sie haben.',
    lead: 'Sie können hier alles lesen, ohne etwas über sich preiszugeben. Gespeichert wird nur, was Sie uns selbst schicken.',
    visit: {
      title: 'Wenn Sie diese Website besuchen',
      text: [
        'Diese Website setzt keine Cookies, zählt keine Besuche und lädt nichts von anderen Servern: keine Schriften, keine Karten, keine Captchas. Wer sich als Betrieb oder Redaktion anmeldet, bekommt dafür das, was die Anmeldung braucht.',
        'Damit niemand die Formulare überflutet, zählt der Server für kurze Zeit, wie oft etwas von einer Internetadresse kommt, und merkt sie sich dafür in einer Form, aus der sie sich nicht ablesen lässt.',
      ],
    },
    responsible: { title: 'Wer verantwortlich ist' },
    officer: { title: 'Datenschutzbeauftragte Person oder Stelle' },
    kept: {
      title: 'Wie lange was gespeichert bleibt',
      text: 'Diese Tabelle entsteht aus dem Programm selbst: Was hier steht, löscht es von allein, jede Nacht.',
      what: 'Was',
      deleted: 'Gelöscht',
    },
    details: {
      title: 'Wozu, auf welcher Grundlage, für wen',
      text: 'Zu jeder Zeile der Tabelle das Übrige, das Art. 13 der Datenschutz-Grundverordnung (DSGVO) verlangt.',
      whose: 'Wessen Daten',
      purpose: 'Wozu',
      legalBasis: 'Rechtsgrundlage',
      recipients: 'Wer sie bekommt',
      deleted: 'Gelöscht',
      keeps: 'Bleibt auch nach einer Löschung auf Antrag',
      kept: (what: string, why: string, until: string): string => `${what} (${why}), ${until}`,
    },
    processors: { title: 'Wer für uns Daten verarbeitet' },
    more: { title: 'Was wir außerdem tun' },
    rights: {
      title: 'Ihre Rechte',
      text: [
        'Sie können erfahren, was über Sie gespeichert ist (Art. 15 DSGVO), Falsches berichtigen (Art. 16) und löschen lassen (Art. 17), die Verarbeitung einschränken lassen (Art. 18), Ihre Daten in einem üblichen Format mitnehmen (Art. 20) und der Verarbeitung widersprechen (Art. 21). Eine Einwilligung können Sie jederzeit zurücknehmen; was vorher geschah, bleibt davon unberührt.',
        'Nichts auf dieser Website entscheidet automatisch über Sie (Art. 22).',
      ],
      own: 'Erfahren und löschen, was über Sie gespeichert ist',
      account: 'Mit einem Konto für Betriebe: Daten herunterladen oder das Konto löschen',
      report: 'Etwas zum Datenschutz melden',
    },
    complaint: {
      title: 'Wo Sie sich beschweren können',
      text: 'Sie können sich bei einer Datenschutzaufsicht beschweren (Art. 77 DSGVO), am besten bei der für uns zuständigen:',
    },
  },
  terms: {
    title: 'Nutzungsbedingungen',
    description: 'Was hier stehen darf, wer darüber entscheidet und wie man widerspricht.',
    lead: 'Lesen darf hier jede und jeder, ohne Konto und kostenlos. Für Betriebe, die sich eintragen, gilt, was hier steht.',
    own: 'Regeln dieser Plattform',
    admitted: {
      title: 'Wer sich eintragen kann',
      place: (kilometres: number): string => `Betriebe in der Stadt und bis ${kilometres} km um ihre Mitte.`,
      size: (name: string): string => `Die größte zugelassene Betriebsgröße: ${name}.`,
      anySize: 'Betriebe jeder Größe.',
      chains: 'Filialen von Ketten sind zugelassen.',
      noChains: 'Filialen von Ketten sind nicht zugelassen.',
      free: 'Der Eintrag kostet nichts. Verträge zwischen Betrieben und ihrer Kundschaft kommen nicht hier zustande, und Geld wird hier nicht angenommen.',
    },
    review: {
      title: 'Wie über Inhalte entschieden wird',
      text: [
        'Was ein Betrieb schreibt, liest ein Mensch aus der Redaktion, bevor es öffentlich wird. Öffnungszeiten, Telefonnummer und die Einwilligung zur Weitergabe eines öffentlichen Eintrags gelten sofort.',
        'Die Redaktion kann um Änderungen bitten, ablehnen, sperren oder archivieren. Sie nennt dem Betrieb immer den Grund: was, nach welchen Tatsachen, gegen welches Gesetz oder welche dieser Regeln (Art. 17 DSA). Programme geben Hinweise, etwa auf eine falsche Postleitzahl; sie entscheiden nichts.',
      ],
    },
    notice: {
      title: 'Etwas melden',
      text: 'Alle können jeden Eintrag melden, ohne Konto. Wer eine E-Mail-Adresse nennt, bekommt sofort eine Bestätigung mit Nummer und später die Entscheidung mit ihrem Grund. Der gemeldete Betrieb erfährt nicht, wer gemeldet hat.',
      link: 'Zum Formular',
    },
    objection: {
      title: 'Widersprechen',
      text: (months: number): string =>
        `Betriebe und alle, die etwas Rechtswidriges, einen Verstoß gegen die Regeln oder ein Datenschutzproblem gemeldet haben, können der Entscheidung ${months} Monate lang einmal widersprechen, kostenlos, mit dem Link in der E-Mail. Jemand anderes aus der Redaktion entscheidet neu. Der Weg zu den Gerichten steht unabhängig davon offen.`,
    },
    misuse: {
      title: 'Missbrauch',
      text: 'Von einem Internetanschluss werden nur wenige Meldungen in der Stunde angenommen. Wer sich trotzdem überflutet sieht oder zu Unrecht gemeldet wird, wendet sich an die Redaktion.',
    },
    sorting: 'Wie Einträge sortiert werden',
    transparency: 'Zahlen zu Meldungen und Entscheidungen (für Programme)',
  },
  sorting: {
    title: 'Wie wir sortieren',
    description: 'Wonach sich die Reihenfolge der Einträge richtet, und wonach nicht.',
    lead: 'Die Reihenfolge lässt sich nicht kaufen. Diese Seite entsteht aus derselben Liste, nach der die Suche sortiert.',
    orders: {
      relevance: 'Wenn Sie etwas eintippen: was am besten passt',
      distance: 'Wenn Sie einen Ort angeben: was am nächsten liegt',
      name: 'Sonst: nach dem Namen',
      newest: 'Auf Wunsch und in Listen von Neuem: das Neueste',
    },
    criteria: {
      points: 'mehr Punkte zuerst (siehe unten)',
      distance: 'Luftlinie, das Nächste zuerst; ohne bekannten Ort am Ende',
      name: 'Name, in der Reihenfolge des Telefonbuchs (DIN 5007)',
      published: 'Tag der ersten Veröffentlichung, das Neueste zuerst',
      id: 'Kennung des Eintrags, eine zufällige Zeichenfolge: nur damit die Reihenfolge gleich bleibt',
    },
    then: 'Verglichen wird nacheinander; das Nächste entscheidet nur, wo es bis dahin unentschieden steht:',
    points: {
      title: 'Wofür es Punkte gibt',
      text: 'Für jedes Wort zählt die beste Stelle, an der es gefunden wird:',
      where: 'Wo gefunden',
      howMany: 'Punkte',
      nameWord: 'ein Wort des Namens',
      nameWordBeginning: 'der Anfang eines Wortes im Namen',
      heading: 'die Kategorie oder eine andere Überschrift',
      text2: 'der übrige Text',
      wholeName: 'zusätzlich: der ganze Name ist genau, was Sie eingetippt haben',
      nameBeginning: 'zusätzlich: der Name beginnt mit dem, was Sie eingetippt haben',
      independent: 'zusätzlich: der Eintrag gehört zu keinem anderen (der Betrieb vor seinen Angeboten)',
      about:
        'Bedeutet ein Wort mehrere Dinge, oder ist es verschrieben, wird auch nach dem gesucht, was gemeint sein dürfte.',
    },
    lists: {
      title: 'Listen und Startseite',
      of: (list: string, order: string): string => `${list}: ${order}`,
      short: {
        relevance: 'was am besten passt',
        distance: 'das Nächste zuerst',
        name: 'nach dem Namen',
        newest: 'das Neueste zuerst',
      },
      home: 'Startseite: was jetzt geöffnet ist, das Nächste zur Stadtmitte zuerst',
    },
    not: {
      title: 'Was keine Rolle spielt',
      items: [
        'Geld: Es gibt keine Anzeigen und keine bezahlten Plätze.',
        'Wer Sie sind: Es gibt kein Profil von Ihnen; alle sehen bei derselben Suche dasselbe.',
        'Klicks, Bewertungen und wie oft ein Eintrag angesehen wird: Das wird nicht gezählt.',
        'Ob ein Betrieb Partner, Mitglied oder besonders fleißig ist.',
      ],
    },
    filters: 'Filter lassen weg, was nicht passt; an der Reihenfolge ändern sie nichts.',
    open: 'Die Suche ist freie Software: Alle können nachlesen, was sie tut.',
  },
  accessibility: {
    title: 'Erklärung zur Barrierefreiheit',
    short: 'Barrierefreiheit',
    description: 'Wie zugänglich diese Website ist, was noch fehlt, und wie Sie Barrieren melden.',
    intro: (operator: string, law: string, site: string): string =>
      `${operator} ist bemüht, diese Website barrierefrei zugänglich zu machen, wie es das Gesetz verlangt (${law}). Diese Erklärung gilt für ${site}.`,
    someLaw: 'welches, ist noch nicht angegeben',
    someOperator: 'Die Stelle, die diese Website betreibt,',
    unfinished:
      'Diese Erklärung ist noch nicht vollständig: Das zuständige Gesetz, die Durchsetzungsstelle oder der Tag der letzten Prüfung fehlen. Ein verbindlicher Stand ist sie erst, wenn die Stelle, die diese Website betreibt, sie ergänzt hat.',
    status: {
      title: 'Stand der Vereinbarkeit',
      full: 'Diese Website ist mit den Anforderungen der Norm EN 301 549 (WCAG 2.2, Stufen A und AA) vollständig vereinbar.',
      partial:
        'Diese Website ist mit den Anforderungen der Norm EN 301 549 (WCAG 2.2, Stufen A und AA) teilweise vereinbar. Die Gründe:',
      because: {
        violations: 'Die automatische Prüfung hat Verstöße gefunden; sie stehen unten.',
        issues: 'Es gibt bekannte Barrieren; sie stehen unten.',
        byHand: 'Was Programme nicht erkennen, hat noch kein Mensch geprüft.',
        unmeasured: 'Für diese Version gibt es noch keine Messung.',
      },
    },
    issues: {
      title: 'Nicht barrierefreie Inhalte',
      cause: 'Grund',
      alternative: 'Was stattdessen geht',
      since: 'Bekannt seit',
      until: 'Wird behoben bis',
      causes: {
        noncompliance: 'noch nicht mit den Anforderungen vereinbar',
        burden: 'unverhältnismäßiger Aufwand',
        'out-of-scope': 'nicht vom Gesetz erfasst',
      } as Readonly<Record<string, string>>,
    },
    measured: {
      title: 'Automatische Prüfung',
      none: 'Für diese Version liegt noch keine Messung vor.',
      text: (facts: {
        day: string;
        version: string;
        engine: string;
        pages: number;
        views: number;
        rules: number;
      }): string =>
        `Am ${facts.day} wurde die Version ${facts.version} mit ${facts.engine} geprüft: ${number(facts.pages)} Arten von Seiten in ${number(facts.views)} Ansichten (in jeder Sprache, auf dem Telefon und am Computer), ${number(facts.rules)} Regeln. Gemessen wurden die Seiten der Software mit Beispielinhalten.`,
      violations: (count: number): string =>
        count === 0
          ? 'Ergebnis: 0 Verstöße.'
          : `Ergebnis: ${number(count)} ${count === 1 ? 'Regel wird' : 'Regeln werden'} verletzt:`,
      incomplete: 'Was das Programm nicht entscheiden kann und ein Mensch prüfen muss:',
      where: (pages: readonly string[]): string => `auf: ${pages.join(', ')}`,
    },
    byHand: {
      title: 'Prüfung durch Menschen',
      none: 'Eine Prüfung durch Menschen ist noch nicht angegeben.',
    },
    created: (day: string): string => `Diese Erklärung wurde zuletzt am ${day} geprüft.`,
    old: 'Das ist länger als ein Jahr her; eine neue Prüfung steht aus.',
    plain: 'Inhalte in Leichter Sprache',
    sign: 'Inhalte in Deutscher Gebärdensprache',
    feedback: {
      title: 'Barrieren melden',
      text: 'Etwas ist für Sie nicht zugänglich? Schreiben Sie uns. Sie bekommen innerhalb eines Monats eine Antwort.',
      link: 'Eine Barriere melden',
      also: 'Oder auf anderem Weg:',
    },
    enforcement: {
      title: 'Durchsetzungsverfahren',
      text: 'Wenn Sie innerhalb eines Monats keine Antwort bekommen oder mit ihr nicht zufrieden sind, können Sie sich an diese Stelle wenden. Das kostet nichts, und Sie brauchen keinen Rechtsbeistand.',
      none: 'Die zuständige Stelle ist noch nicht angegeben.',
    },
  },
  report: {
    title: 'Etwas melden',
    short: 'Etwas melden',
    description: 'Falsche Angaben, rechtswidrige Inhalte, Barrieren: was nicht stimmt, hier melden.',
    lead: 'Stimmt etwas nicht? Wählen Sie, worum es geht. Sie brauchen kein Konto.',
    choose: 'Worum geht es?',
    about: (url: string): string => `Es geht um diese Seite: ${url}`,
    other: 'Es geht um etwas anderes',
    grounds: {
      illegal: {
        title: 'Rechtswidriger Inhalt',
        text: 'Etwas verstößt gegen ein Gesetz, zum Beispiel eine Beleidigung oder ein Bild ohne Erlaubnis.',
      },
      terms: {
        title: 'Verstoß gegen die Nutzungsbedingungen',
        text: 'Zum Beispiel Werbung, die nichts mit dem Betrieb zu tun hat, Täuschung oder Anstößiges.',
      },
      privacy: {
        title: 'Datenschutz',
        text: 'Hier steht etwas über Sie, das nicht öffentlich sein soll.',
      },
      accessibility: {
        title: 'Barriere',
        text: 'Eine Seite lässt sich nicht bedienen, lesen oder verstehen.',
      },
      wrong: { title: 'Falsche Angaben', text: 'Telefonnummer, Adresse, Zeiten oder Text stimmen nicht.' },
      closed: { title: 'Geschlossen', text: 'Den Betrieb gibt es nicht mehr, oder er ist umgezogen.' },
      correction: {
        title: 'Korrektur',
        text: 'Sie wissen, wie es richtig heißt: ein Name, ein Tippfehler, ein fehlender Hinweis.',
      },
    },
    fields: {
      url: 'Adresse der Seite',
      urlHint: 'Kopieren Sie sie aus der Adresszeile. Sie beginnt mit https://.',
      explanation: 'Was ist rechtswidrig, und warum?',
      explanationHint: (minimum: number): string => `Mindestens ${minimum} Zeichen, höchstens 2000.`,
      message: 'Worum geht es?',
      whatIsWrong: 'Was stimmt nicht?',
      messageHint: 'Höchstens 2000 Zeichen.',
      law: 'Gegen welches Gesetz?',
      clause: 'Gegen welche Stelle der Nutzungsbedingungen?',
      name: 'Ihr Name',
      email: 'Ihre E-Mail-Adresse',
      emailHint: 'Für die Bestätigung und die Antwort. Der Betrieb erfährt nicht, wer Sie sind.',
      needed: 'Das Gesetz verlangt diese Angabe, außer es geht um sexuellen Missbrauch von Kindern.',
      childAbuse: 'Es geht um sexuellen Missbrauch von Kindern; ich möchte Namen und Adresse nicht nennen',
      goodFaith: 'Ich bin überzeugt, dass meine Angaben richtig und vollständig sind',
    },
    label: 'Meldung schicken',
    due: {
      days: (days: number): string => `Wir entscheiden innerhalb von ${days} Tagen.`,
      months: (months: number): string =>
        months === 1
          ? 'Sie bekommen innerhalb eines Monats eine Antwort.'
          : `Sie bekommen innerhalb von ${months} Monaten eine Antwort.`,
    },
    privacy: 'Was mit Ihren Angaben geschieht',
    problems: {
      'notice-place':
        'Adresse der Seite: Bitte nennen Sie den Eintrag, um den es geht. Kopieren Sie die Adresse seiner Seite hierher.',
      'notice-elsewhere':
        'Adresse der Seite: Diese Seite gehört nicht zu uns. Bitte nennen Sie eine Seite dieser Website.',
      'notice-name':
        'Ihr Name: Bitte nennen Sie ihn. Das Gesetz verlangt ihn, außer es geht um sexuellen Missbrauch von Kindern.',
      'notice-email':
        'Ihre E-Mail-Adresse: Bitte nennen Sie sie. Das Gesetz verlangt sie, außer es geht um sexuellen Missbrauch von Kindern.',
      url: 'Adresse der Seite: Das ist keine Internetadresse. Sie beginnt mit https:// oder http://.',
    },
    taken: {
      title: 'Ihre Meldung ist angekommen',
      number: (number: string): string => `Vielen Dank! Ihre Meldung hat die Nummer ${number}.`,
      next: 'Ein Mensch aus der Redaktion liest sie und entscheidet.',
      mail: 'Wenn Sie eine E-Mail-Adresse angegeben haben, kommt die Bestätigung gleich dorthin, und später die Entscheidung mit ihrem Grund.',
      noMail:
        'Haben Sie keine angegeben, können wir Ihnen nicht antworten. Notieren Sie sich die Nummer, wenn Sie nachfragen möchten.',
      objection: (months: number): string =>
        `Sind Sie mit der Entscheidung nicht einverstanden, können Sie ${months} Monate lang widersprechen; wie, steht in der E-Mail.`,
    },
  },
};
