/** Words that made-up businesses are named and described with. None of them refers to a real business. */

export const SURNAMES = words(`
  Schulze Brinkmann Overbeck Hülsmann Krämer Vogelsang Niehaus Börger Kortmann Rademacher Westermann Lüdke Schröder
  Großmann Heitkamp Möllers Bußmann Kötter Dieckmann Wiesmann Tönnies Stratmann Voß Hüttemann Lohmann Gerling Pöppel
  Ostermann Rüther Steinweg Bäumer Knappmann Feldhaus Grünewald Hölscher Jürgens Kleff Langer Mühlenkamp Nölle
  Öztürk Yılmaz Kowalski Nowak Petrović Papadopoulos Rossi Nguyen Hoang Silva Kamiński Demir Haddad Ivanova
  Fuchs Weiß König Schäfer Jäger Köhler Böhm Günther Hübner Kühn Lößner Mößbauer Süß Täuber Überhorst Wüllner`);

export const FIRST_NAMES = words(`
  Anke Birgit Cem Dörte Elif Frauke Günter Heike Ilse Jürgen Katharina Lütfiye Marlies Nuray Olaf Petra Quirin Renate
  Sükrü Tanja Ulrike Volker Wiebke Yasemin Zoë Björn Jörg Käthe Söhnke Änne`);

const STREET_STEMS = words(`
  Ahorn Birken Kastanien Linden Eichen Ulmen Hafen Markt Rathaus Schul Kirch Mühlen Brücken Garten Wiesen Berg Tal Burg
  Zechen Stahl Hütten Kohlen Schacht Kaiser Königs Fürsten Bismarck Schiller Goethe Heine Mozart Beethoven Bach Lessing
  Kant Stein Humboldt Virchow Robert-Koch- Hansa Westfalen Rheinische Hamburger Bremer Märkische Lübecker Kölner
  Münster Saarland Elsässer Harkort Borsig Schüchtermann Rosen Tulpen Nelken Amsel Drossel Finken Lerchen Meisen`);

const STREET_ENDS = ['straße', 'weg', 'allee', 'platz', 'gasse', 'ring', 'ufer'] as const;

/** 420 street names. */
export const STREETS: readonly string[] = STREET_STEMS.flatMap((stem) =>
  STREET_ENDS.map((end) => {
    if (/(ische|er)$/.test(stem)) return `${stem} ${end.charAt(0).toUpperCase()}${end.slice(1)}`;
    return stem.endsWith('-') ? `${stem}${end.charAt(0).toUpperCase()}${end.slice(1)}` : `${stem}${end}`;
  }),
);

export const HOUSE_SIGNS = words(`
  Hirsch Löwe Adler Schwan Anker Stern Krug Bären Ochse Hahn Brunnen Linde Schlüssel Mühle Förderturm Grubenlampe`);

/**
 * How often the common categories occur, relative to the rarest; all others share the last tenth. A city has many
 * restaurants and one minigolf course; broad and selective queries need both.
 */
export const COMMON_CATEGORIES: Readonly<Record<string, number>> = {
  restaurant: 90,
  friseur: 70,
  schnellimbiss: 55,
  cafe: 50,
  baeckerei: 45,
  bekleidungsgeschaeft: 45,
  kiosk: 40,
  apotheke: 30,
  arzt: 40,
  zahnarzt: 25,
  anwaltskanzlei: 30,
  versicherungsbuero: 30,
  autowerkstatt: 28,
  elektriker: 24,
  malerbetrieb: 22,
  sanitaerbetrieb: 20,
  tischlerei: 18,
  fahrradladen: 14,
  buchhandlung: 12,
  blumenhaendler: 16,
  metzgerei: 14,
  schoenheitssalon: 20,
  nagelstudio: 18,
  physiotherapeut: 20,
  optiker: 12,
  hofladen: 6,
  imkerei: 4,
  museum: 3,
  weinhandel: 6,
  getraenkehandel: 8,
  fotograf: 10,
  'it-unternehmen': 18,
  architekturbuero: 12,
  kneipe: 25,
};

export const ADJECTIVES = words(
  `frisch regional handgemacht persönlich freundlich zuverlässig traditionsreich familiär modern nachhaltig barrierefrei
  günstig hochwertig vielseitig gemütlich schnell sorgfältig unabhängig inhabergeführt`,
);

export const GOODS = words(
  `Brötchen Sauerteigbrot Kuchen Torten Gemüse Obst Käse Honig Marmelade Wurstwaren Fisch Nudeln Suppen Pfannkuchen
  Grünkohl Currywurst Döner Pizza Sushi Falafel Kaffee Espresso Tee Wein Bier Säfte Bücher Hörbücher Zeitschriften
  Geschenke Spielzeug Räder Ersatzteile Schläuche Möbel Küchen Lampen Teppiche Vorhänge Blumensträuße Gestecke Kränze
  Schuhe Jacken Hüte Taschen Uhren Ringe Brillen Hörgeräte Salben Pflaster Kosmetik Seifen Parfüms Werkzeug Farben
  Tapeten Fliesen Türen Fenster Heizungen Wärmepumpen Steckdosen Leuchten Software Webseiten Beratung Gutachten
  Übersetzungen Fotos Rahmen Instrumente Noten Tanzkurse Yogastunden Massagen Haarschnitte Maniküre Reisen Umzüge`,
);

export const GERMAN_SENTENCES: readonly string[] = [
  'Bei uns gibt es {goods} und {goods2}, {adjective} und mit Zeit für ein Gespräch.',
  'Seit {year} sind wir in {district} zu Hause und arbeiten {adjective}.',
  'Wir liefern {goods} auch nach Hause; rufen Sie an oder schreiben Sie uns.',
  'Unser Team berät Sie {adjective}, auf Wunsch nach Feierabend und am Samstag.',
  'Besonders gefragt sind unsere {goods}, die wir selbst aussuchen.',
  'Sie finden uns in der {street}, zwei Minuten von der Haltestelle entfernt.',
  'Vorbestellungen für {goods} nehmen wir bis zum Vorabend an.',
  'Gutscheine über {goods} und {goods2} sind im Laden und am Telefon erhältlich.',
  'Wer {goods} sucht, ist hier richtig: {adjective}, überschaubar und ohne Wartezeit.',
  'Wir bilden aus und freuen uns über Nachwuchs, der {goods2} mag.',
];

export const ENGLISH_SENTENCES: readonly string[] = [
  'We have been at home in {district} since {year}.',
  'Ask for our selection; we speak English and take our time.',
  'Delivery in the neighbourhood is possible, just give us a call.',
  'You find us at {street}, two minutes from the stop.',
  'Vouchers are sold in the shop and by telephone.',
];

/** OpenStreetMap opening_hours as found in listings of German cities. */
export const HOURS_ON_SITE: readonly string[] = [
  'Mo-Fr 09:00-18:00; Sa 10:00-14:00',
  'Mo-Fr 08:30-12:30,14:00-18:00; Sa 09:00-13:00; PH off',
  'Mo-Sa 07:00-20:00',
  'Tu-Su 11:30-14:30,17:30-23:00',
  'Mo-Th 17:00-01:00; Fr,Sa 17:00-03:00; Su 12:00-22:00',
  'Mo-Fr 06:00-18:30; Sa 06:00-14:00; Su 08:00-11:00',
  'Mo,Tu,Th 08:00-12:00,15:00-18:00; We,Fr 08:00-12:00; PH off',
  'Tu-Fr 10:00-19:00; Sa 09:00-15:00',
  '24/7',
  'Mo-Su 10:00-22:00',
  'We-Su 10:00-17:00; PH 10:00-17:00',
  'Apr-Oct: Mo-Sa 09:00-19:00; Nov-Mar: Mo-Sa 10:00-17:00',
];

const OPENS = ['07:00', '08:00', '08:30', '09:00', '09:30', '10:00'] as const;
const CLOSES = ['17:00', '17:30', '18:00', '18:30', '19:00', '20:00'] as const;
const SATURDAYS = ['', '; Sa 09:00-13:00', '; Sa 10:00-14:00', '; Sa 09:00-16:00', '; PH off'] as const;

/** Common hours in all their combinations: a city has some hundred different ones. */
export const HOURS_COMBINED: readonly string[] = OPENS.flatMap((opens) =>
  CLOSES.flatMap((closes) => SATURDAYS.map((saturday) => `Mo-Fr ${opens}-${closes}${saturday}`)),
);

export const HOURS_DELIVERY: readonly string[] = [
  'Mo-Su 11:30-22:00',
  'Mo-Fr 09:00-17:00',
  'Tu-Su 17:30-22:30',
  'Mo-Sa 10:00-18:00',
];

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
