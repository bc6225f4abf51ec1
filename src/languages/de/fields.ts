import type { FieldText, FieldTexts } from '../field-texts';
import { legalComponents, legalProfileFields, legalValues } from './legal-fields';

const SLUG: FieldText = [
  'Kurzname in der Adresse (Slug)',
  'Wird beim ersten Speichern aus dem Namen gebildet und bleibt danach gleich, damit Links weiter stimmen.',
];
const ADDRESS: FieldText = ['Adresse', 'Postanschrift. Darf fehlen, wenn die Lage angegeben ist.'];
const LOCATION: FieldText = [
  'Lage auf der Karte',
  'Darf fehlen, wenn die Adresse angegeben ist.',
  [
    'Lage auf der Karte',
    'Erst mit ihr steht der Betrieb auf der Karte der Stadt und unter „In meiner Nähe“.',
  ],
];
const HOURS: FieldText = [
  'Öffnungs- und Servicezeiten',
  'Eine Zeile je Angebotsform. Eine Zeile mit Datum gilt in ihrem Zeitraum anstelle der Zeile ohne Datum.',
  ['Öffnungszeiten', 'Wann Sie öffnen, liefern oder ans Telefon gehen.'],
];
const SOURCE: FieldText = ['Herkunft', 'Nur bei importierten Einträgen; wird nie veröffentlicht.'];
const ATTRIBUTION: FieldText = [
  'Quellenangabe',
  'Wird überall mit dem Eintrag veröffentlicht, wenn die Lizenz der Daten es verlangt.',
];
const VALID_FROM: FieldText = ['Gültig ab', 'Erster Tag. Leer: gilt ab sofort.'];
const VALID_THROUGH: FieldText = [
  'Gültig bis',
  'Letzter Tag, an dem der Eintrag öffentlich ist. Leer: ohne Ende.',
];
const CURRENCY: FieldText = ['Währung', 'Dreistelliges Kürzel nach ISO 4217, zum Beispiel EUR.'];
const OFFERING_BUSINESS: FieldText = [
  'Betrieb',
  'Der Eintrag ist nur öffentlich, solange dieser Betrieb veröffentlicht ist.',
];

/** What editors read at types, components and fields, and everybody in a refusal that names one. */
export const fields: FieldTexts = {
  types: {
    'api::business.business': {
      name: 'Betriebe',
      fields: {
        name: ['Name', 'So, wie der Betrieb nach außen auftritt. Gilt für alle Sprachen.'],
        slug: SLUG,
        summary: [
          'Kurzbeschreibung',
          'Ein bis zwei Sätze für Listen und Vorschauen, reiner Text.',
          ['Kurzbeschreibung', 'Ein bis zwei Sätze. Sie stehen auch in Listen.'],
        ],
        description: [
          'Beschreibung',
          'Ausführlicher Text, reiner Text ohne HTML.',
          ['Beschreibung', 'Ausführlich: was Sie machen, für wen, was Sie besonders macht.'],
        ],
        categories: ['Branchen', 'Mindestens eine; die wichtigste zuerst.'],
        district: [
          'Stadtbezirk',
          'Folgt der Lage auf der Karte, wo die Grenzen hinterlegt sind. Wählen Sie einen anderen, bleibt er so; leer folgt er wieder der Lage.',
          [
            'Stadtbezirk',
            'Ergibt sich aus dem Punkt auf der Karte. Wählen Sie ihn nur, wenn er nicht stimmt.',
          ],
        ],
        address: ADDRESS,
        location: LOCATION,
        servedDistricts: [
          'Bedient die Stadtbezirke',
          'Wohin geliefert wird, oder wo der Betrieb zu den Leuten kommt. Leer: keine Angabe.',
        ],
        serviceArea: ['Bedientes Gebiet', 'Postleitzahlen oder ein Umkreis. Jede der Angaben gilt für sich.'],
        contact: ['Kontakt', 'So erreichen Kundinnen und Kunden den Betrieb. Wird veröffentlicht.'],
        hours: HOURS,
        sizeClass: [
          'Betriebsgröße',
          'Entscheidet mit, ob der Betrieb nach den Regeln der Stadt teilnehmen darf.',
        ],
        chain: ['Filialunternehmen', 'Gehört der Betrieb zu einer Kette?'],
        logo: [
          'Logo',
          'Mit Alternativtext und Bildnachweis.',
          ['Logo', 'Das Zeichen Ihres Betriebs, wenn er eines hat.'],
        ],
        photos: [
          'Fotos',
          'Das erste Foto erscheint in Listen. Jedes braucht Alternativtext und Bildnachweis.',
          ['Fotos', 'Das erste erscheint auch in Listen.'],
        ],
        syndicationConsent: [
          'Weitergabe an andere Portale erlaubt',
          'Nur mit Einwilligung des Betriebs wird der Eintrag an Abnehmerportale geliefert.',
          [
            'Auf anderen Portalen zeigen',
            'Zum Beispiel auf Seiten der Region. Sie können das jederzeit ändern.',
          ],
        ],
        source: SOURCE,
        attribution: ATTRIBUTION,
        lastConfirmedAt: ['Zuletzt bestätigt', 'Wann der Betrieb die Angaben zuletzt bestätigt hat.'],
      },
    },
    'api::offer.offer': {
      name: 'Angebote',
      fields: {
        business: OFFERING_BUSINESS,
        kind: ['Art des Angebots', 'Danach können Besucherinnen und Besucher filtern.'],
        title: ['Titel', 'Kurz und konkret, zum Beispiel „Mittagstisch zum Mitnehmen“.'],
        description: ['Beschreibung', 'Was wird angeboten, für wen, und wie bestellt man? Reiner Text.'],
        url: ['Internetadresse', 'Bestellseite oder Onlineshop. Fehlt https://, wird es ergänzt.'],
        price: [
          'Preis in Cent',
          'Ganze Zahl in der kleinsten Einheit: 1250 bedeutet 12,50 €.',
          ['Preis', 'In Euro, zum Beispiel 12,50. Leer: ohne Preis.'],
        ],
        currency: CURRENCY,
        validFrom: VALID_FROM,
        validThrough: VALID_THROUGH,
        deliveryArea: ['Liefergebiet', 'Zum Beispiel „Innenstadt und Hörde“ oder „im Umkreis von 5 km“.'],
      },
    },
    'api::campaign.campaign': {
      name: 'Kampagnen',
      fields: {
        business: OFFERING_BUSINESS,
        kind: ['Art der Kampagne', 'Unterstützung eines Betriebs oder gemeinsames Projekt.'],
        title: ['Titel', 'Worum bittet der Betrieb? Ein kurzer Satz.'],
        story: ['Geschichte', 'Wer bittet, wofür, und was geschieht mit dem Geld? Reiner Text.'],
        goal: [
          'Ziel in Cent',
          'Ganze Zahl in der kleinsten Einheit: 500000 bedeutet 5.000,00 €.',
          ['Ziel', 'In Euro, zum Beispiel 5.000. Leer: ohne Ziel.'],
        ],
        currency: CURRENCY,
        startsAt: ['Beginn', 'Vorher steht die Kampagne als „demnächst“ auf der Seite.'],
        endsAt: ['Ende', 'Danach gilt die Kampagne als beendet.'],
        rewards: ['Gegenleistungen', 'Was Unterstützende bekommen, zum Beispiel ein Gutschein.'],
        image: [
          'Bild',
          'Erscheint oben auf der Seite und beim Teilen. Mit Alternativtext und Bildnachweis.',
          ['Bild', 'Erscheint oben auf der Seite und beim Teilen.'],
        ],
      },
    },
    'api::advisory-contact.advisory-contact': {
      name: 'Beratungsangebote',
      fields: {
        organisation: ['Träger', 'Wer berät? Die Organisation muss schon angelegt sein.'],
        kind: ['Art', 'Telefonische Hotline, Beratung oder Förderprogramm.'],
        title: ['Titel', 'Zum Beispiel „Hotline zur Soforthilfe“.'],
        description: ['Beschreibung', 'Wobei wird geholfen, und was soll man bereithalten? Reiner Text.'],
        topics: ['Themen', 'Stichworte, nach denen gesucht wird.'],
        audiences: ['Zielgruppen', 'Für wen ist das Angebot gedacht?'],
        phones: ['Telefonnummern', 'Mehrere sind möglich, etwa für verschiedene Sprachen.'],
        email: ['E-Mail', 'Wird veröffentlicht.'],
        url: ['Internetadresse', 'Seite mit mehr Informationen. Fehlt https://, wird es ergänzt.'],
        hours: ['Erreichbarkeit', HOURS[1]],
        address: ADDRESS,
        location: LOCATION,
        validFrom: VALID_FROM,
        validThrough: VALID_THROUGH,
        source: SOURCE,
        attribution: ATTRIBUTION,
      },
    },
    'api::organisation.organisation': {
      name: 'Träger und Partner',
      fields: {
        name: ['Name', 'Amtlicher oder gebräuchlicher Name.'],
        kind: ['Art', 'Zum Beispiel Kammer, Gewerkschaft oder Verein.'],
        contact: ['Kontakt', 'Wird veröffentlicht.'],
        address: ['Adresse', 'Postanschrift der Organisation.'],
        logo: ['Logo', 'Mit Alternativtext und Bildnachweis.'],
        partner: ['Partner der Plattform', 'Partner können auf der Startseite genannt werden.'],
        source: SOURCE,
        attribution: ATTRIBUTION,
      },
    },
    'api::press-notice.press-notice': {
      name: 'Pressemitteilungen',
      fields: {
        title: ['Überschrift', 'Die wichtigste Nachricht in einem Satz.'],
        slug: SLUG,
        teaser: ['Vorspann', 'Zwei bis drei Sätze für Listen und Feeds, reiner Text.'],
        body: ['Text', 'Der vollständige Text der Mitteilung.'],
        publishedOn: [
          'Datum der Mitteilung',
          'Steht über der Mitteilung und bestimmt die Reihenfolge. Liegt der Tag in der Zukunft, erscheint sie erst dann: um 0 Uhr, von selbst.',
        ],
        asOf: ['Stand', 'Bis zu welchem Tag sind die Angaben geprüft?'],
        author: ['Verantwortlich', 'Person oder Stelle, die unterzeichnet.'],
        topics: ['Schwerpunktthemen', 'Stichworte, nach denen gesucht wird.'],
        audiences: ['Zielgruppen', 'An wen richtet sich die Mitteilung? Danach kann gefiltert werden.'],
        attachments: ['Anhänge', 'Bilder und PDF-Dateien, höchstens 10 MB je Datei.'],
        archivedAt: [
          'Archiviert am',
          'Achtung: Eine archivierte Mitteilung kann nur noch die oberste Verwaltung ändern. Sie erscheint mit Archivhinweis.',
        ],
        attribution: ATTRIBUTION,
      },
    },
    'api::linked-portal.linked-portal': {
      name: 'Schwesterportale',
      fields: {
        name: ['Name', 'Wie das Portal heißt. Gilt für alle Sprachen.'],
        url: ['Internetadresse', 'Startseite des Portals. Fehlt https://, wird es ergänzt.'],
        text: ['Text', 'Ein oder zwei Sätze: Was findet man dort? Reiner Text.'],
        logo: ['Logo', 'Mit Alternativtext und Bildnachweis.'],
        rank: ['Reihenfolge', 'Ganze Zahl; die kleinste steht vorn.'],
      },
    },
    'api::category.category': {
      name: 'Branchen',
      fields: {
        name: ['Name', 'Wie die Branche in Listen und Filtern heißt.'],
        slug: SLUG,
        terms: [
          'Suchwörter',
          'Weitere Wörter, mit denen gesucht wird, als JSON-Liste: ["Bäcker", "Brötchen"].',
        ],
        parent: ['Übergeordnete Branche', 'Leer bei einer Hauptbranche.'],
        osmTags: ['OpenStreetMap-Tags', 'Für den Import, als JSON-Liste: ["shop=bakery"].'],
        schemaType: ['Typ nach schema.org', 'Für Suchmaschinen und Portale, zum Beispiel Bakery.'],
      },
    },
    'api::district.district': {
      name: 'Stadtbezirke',
      fields: {
        name: ['Name', 'Amtlicher Name des Stadtbezirks.'],
        slug: SLUG,
      },
    },
    'api::city-profile.city-profile': {
      name: 'Stadtprofil',
      fields: {
        name: ['Name der Stadt', 'Erscheint auf der Plattform und in den Feeds.'],
        slug: SLUG,
        claim: ['Leitspruch', 'Ein kurzer Satz unter dem Namen der Plattform.'],
        hashtag: ['Hashtag', 'Mit Raute, zum Beispiel #wirinDortmund.'],
        centre: ['Mittelpunkt', 'Mitte der Karte. Einträge dürfen höchstens 50 km entfernt liegen.'],
        boundingBox: ['Kartenausschnitt', 'Was die Karte beim Öffnen zeigt.'],
        federalState: ['Bundesland', 'Bestimmt die Feiertage bei den Öffnungszeiten.'],
        timeZone: ['Zeitzone', 'Name nach IANA, zum Beispiel Europe/Berlin.'],
        postcodes: ['Postleitzahlen', 'Die Postleitzahlen der Stadt als JSON-Liste: ["44135", "44137"].'],
        largestSizeClass: [
          'Größte zugelassene Betriebsgröße',
          'Größere Betriebe können sich nicht eintragen.',
        ],
        chainsAdmitted: ['Filialunternehmen zugelassen', 'Dürfen Betriebe einer Kette teilnehmen?'],
        archiveWarning: ['Archivhinweis', 'Steht über jeder archivierten Pressemitteilung.'],
        mailSender: [
          'Absender der E-Mails',
          'So heißt der Absender, zum Beispiel „Wirtschaftsförderung Dortmund“. Leer: „Betriebe in“ und der Name der Stadt.',
        ],
        contactEmail: [
          'E-Mail der Redaktion',
          'Hier kommen Antworten auf unsere E-Mails an. Es muss sie jemand lesen. Die Adresse steht nur in E-Mails.',
        ],
        logo: ['Logo', 'Steht oben auf jeder Seite. Am besten breiter als hoch, auf weißem Grund lesbar.'],
        mainColour: [
          'Hauptfarbe',
          'Für Links und Schaltflächen, zum Beispiel #0a4f8a. Ist sie zu hell oder zu dunkel zum Lesen, nehmen die Seiten die nächste lesbare.',
        ],
        secondColour: ['Zweite Farbe', 'Für den Balken über jeder Seite, zum Beispiel #c8102e.'],
        imprint: [
          'Impressum',
          'Weitere Angaben, reiner Text. Steht auf der Seite /impressum unter dem Anbieter, und mit ihrem Anfang (bis 500 Zeichen) unter jeder E-Mail. Leer: Unter E-Mails steht der Anbieter.',
        ],
        ...legalProfileFields,
      },
    },
    'api::membership.membership': {
      name: 'Zuständigkeiten',
      fields: {
        business: [
          'Betrieb (Dokument-ID)',
          'Die Kennung steht im Betrieb unter „Information“ als Dokument-ID.',
        ],
        user: ['Konto', 'Das Konto im Selbsteintrag, das den Betrieb pflegen darf.'],
        role: ['Rolle', 'Inhaberinnen und Inhaber dürfen weitere Konten einladen, Verwaltende nicht.'],
        since: ['Seit', 'Wann die Zuständigkeit begonnen hat.'],
      },
    },
  },
  components: {
    'place.address': {
      name: 'Adresse',
      fields: {
        street: ['Straße', 'Ohne Hausnummer.'],
        houseNumber: ['Hausnummer', 'Mit Zusatz, zum Beispiel 12a oder 12–14.'],
        postcode: ['Postleitzahl', 'Fünf Ziffern; sie muss zum Ort passen.'],
        place: ['Ort', 'Stadt oder Gemeinde; Ortsteile wie „Dortmund-Hörde“ sind erlaubt.'],
      },
    },
    'place.geo-point': {
      name: 'Lage',
      fields: {
        latitude: ['Breitengrad', 'Dezimalgrad, zum Beispiel 51,5139.'],
        longitude: ['Längengrad', 'Dezimalgrad, zum Beispiel 7,4653.'],
      },
    },
    'place.service-area': {
      name: 'Bedientes Gebiet',
      fields: {
        postcodes: [
          'Postleitzahlen',
          'Als JSON-Liste: ["44135", "44137"].',
          ['Postleitzahlen', 'Mit Komma getrennt, zum Beispiel 44135, 44137.'],
        ],
        radiusKm: ['Umkreis in km', 'Um die Lage auf der Karte, von 0,1 bis 100.'],
      },
    },
    'place.bounding-box': {
      name: 'Kartenausschnitt',
      fields: {
        south: ['Südrand', 'Breitengrad in Dezimalgrad.'],
        west: ['Westrand', 'Längengrad in Dezimalgrad.'],
        north: ['Nordrand', 'Breitengrad in Dezimalgrad.'],
        east: ['Ostrand', 'Längengrad in Dezimalgrad.'],
      },
    },
    'contact.contact': {
      name: 'Kontakt',
      fields: {
        phone: ['Telefon', 'Mit Vorwahl; wird in internationaler Form gespeichert.'],
        mobile: ['Mobil', 'Mit Vorwahl; wird in internationaler Form gespeichert.'],
        fax: ['Fax', 'Mit Vorwahl; wird in internationaler Form gespeichert.'],
        email: ['E-Mail', 'Für Nachrichten der Stadt; wird nicht veröffentlicht.'],
        website: ['Website', 'Fehlt https://, wird es ergänzt.'],
        socialLinks: ['Soziale Netzwerke', 'Je Netzwerk eine Zeile.'],
      },
    },
    'contact.social-link': {
      name: 'Soziales Netzwerk',
      fields: {
        network: ['Netzwerk', 'Fehlt das Netzwerk in der Liste, „Anderes“ wählen.'],
        url: ['Adresse des Profils', 'Vollständige Internetadresse.'],
      },
    },
    'contact.phone-line': {
      name: 'Telefonnummer',
      fields: {
        number: ['Nummer', 'Mit Vorwahl; wird in internationaler Form gespeichert.'],
        label: ['Bezeichnung', 'Wofür ist die Nummer? Zum Beispiel „Kurzarbeit“.'],
        languages: ['Sprachen', 'Gesprochene Sprachen als JSON-Liste von Kürzeln: ["de", "en", "tr"].'],
      },
    },
    'time.service-hours': {
      name: 'Zeiten',
      fields: {
        service: ['Angebotsform', 'Wofür gelten die Zeiten?'],
        rule: [
          'Zeiten',
          'Schreibweise von OpenStreetMap, Wochentage englisch abgekürzt: „Mo-Fr 09:00-18:00; Sa 10:00-14:00; PH off“.',
          ['Zeiten', 'An welchen Tagen von wann bis wann?'],
        ],
        validFrom: ['Gilt ab', 'Leer bei den üblichen Zeiten.'],
        validThrough: ['Gilt bis', 'Leer bei den üblichen Zeiten.'],
        note: ['Hinweis', 'Zum Beispiel „Klingeln im Hof“.'],
      },
    },
    'media.picture': {
      name: 'Bild',
      fields: {
        image: ['Bilddatei', 'JPEG, PNG oder WebP, höchstens 10 MB.'],
        alternativeText: [
          'Alternativtext',
          'Beschreibt das Bild für Menschen, die es nicht sehen.',
          [
            'Was ist auf dem Bild zu sehen?',
            'Ein kurzer Satz für Menschen, die es nicht sehen, zum Beispiel „Theke mit Broten und Kuchen“.',
          ],
        ],
        caption: ['Bildunterschrift', 'Steht unter dem Bild.'],
        credit: [
          'Bildnachweis',
          'Wer hat das Bild gemacht, und unter welcher Lizenz?',
          ['Wer hat das Bild gemacht?', 'Der Name steht beim Bild, zum Beispiel Ihr eigener.'],
        ],
      },
    },
    'campaign.reward': {
      name: 'Gegenleistung',
      fields: {
        title: ['Titel', 'Zum Beispiel „Gutschein für ein Abendessen“.'],
        description: ['Beschreibung', 'Was bekommt man genau, und wie wird es eingelöst?'],
        minimumAmount: [
          'Mindestbetrag in Cent',
          'Ganze Zahl in der kleinsten Einheit: 2500 bedeutet 25,00 €.',
          ['Mindestbetrag', 'In Euro: Ab diesem Betrag gibt es die Gegenleistung.'],
        ],
        quantity: ['Anzahl', 'Wie oft verfügbar? Leer: unbegrenzt.'],
      },
    },
    'text.topic': {
      name: 'Thema',
      fields: { name: ['Thema', 'Ein oder zwei Wörter.'] },
    },
    'text.audience': {
      name: 'Zielgruppe',
      fields: { audience: ['Zielgruppe', 'Eine Gruppe je Zeile.'] },
    },
    'provenance.source': {
      name: 'Herkunft',
      fields: {
        system: ['System', 'Woher der Eintrag stammt, zum Beispiel osm.'],
        externalId: ['Kennung dort', 'Daran erkennt der nächste Import den Eintrag wieder. Nicht ändern.'],
      },
    },
    'provenance.attribution': {
      name: 'Quellenangabe',
      fields: {
        text: ['Text', 'Zum Beispiel „© OpenStreetMap-Mitwirkende“.'],
        licenceUrl: ['Adresse der Lizenz', 'Internetadresse des Lizenztextes.'],
      },
    },
    ...legalComponents,
  },
  values: {
    ...legalValues,
    'self-employed': 'Selbstständig',
    micro: 'Kleinstbetrieb (bis 9 Beschäftigte)',
    small: 'Kleiner Betrieb (bis 49 Beschäftigte)',
    medium: 'Mittlerer Betrieb (bis 249 Beschäftigte)',
    large: 'Großer Betrieb (ab 250 Beschäftigte)',
    'on-site': 'Vor Ort',
    delivery: 'Lieferung',
    pickup: 'Abholung',
    phone: 'Telefonisch',
    'online-order': 'Online-Bestellung',
    'online-shop': 'Onlineshop',
    'home-service': 'Service zu Hause',
    voucher: 'Gutschein',
    discount: 'Rabatt',
    service: 'Dienstleistung',
    support: 'Unterstützung',
    project: 'Projekt',
    hotline: 'Hotline',
    counselling: 'Beratung',
    programme: 'Förderprogramm',
    city: 'Stadt',
    'business-development': 'Wirtschaftsförderung',
    marketing: 'Stadtmarketing',
    chamber: 'Kammer',
    crafts: 'Handwerk',
    employers: 'Unternehmensverband',
    union: 'Gewerkschaft',
    'employment-agency': 'Arbeitsagentur oder Jobcenter',
    university: 'Hochschule',
    association: 'Verein oder Verband',
    'public-authority': 'Behörde',
    'small-business': 'Kleine Unternehmen',
    'medium-business': 'Mittlere Unternehmen',
    'corporate-group': 'Konzerne und Unternehmensgruppen',
    freelancer: 'Freie Berufe und Freelancer',
    founder: 'Gründerinnen und Gründer',
    employee: 'Beschäftigte',
    consumer: 'Verbraucherinnen und Verbraucher',
    owner: 'Inhaberin oder Inhaber',
    manager: 'Verwaltung',
    facebook: 'Facebook',
    instagram: 'Instagram',
    linkedin: 'LinkedIn',
    mastodon: 'Mastodon',
    youtube: 'YouTube',
    tiktok: 'TikTok',
    x: 'X',
    xing: 'Xing',
    other: 'Anderes',
    'DE-BW': 'Baden-Württemberg',
    'DE-BY': 'Bayern',
    'DE-BE': 'Berlin',
    'DE-BB': 'Brandenburg',
    'DE-HB': 'Bremen',
    'DE-HH': 'Hamburg',
    'DE-HE': 'Hessen',
    'DE-MV': 'Mecklenburg-Vorpommern',
    'DE-NI': 'Niedersachsen',
    'DE-NW': 'Nordrhein-Westfalen',
    'DE-RP': 'Rheinland-Pfalz',
    'DE-SL': 'Saarland',
    'DE-SN': 'Sachsen',
    'DE-ST': 'Sachsen-Anhalt',
    'DE-SH': 'Schleswig-Holstein',
    'DE-TH': 'Thüringen',
  },
};
