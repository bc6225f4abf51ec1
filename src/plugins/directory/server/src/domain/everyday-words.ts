import type { Language } from '#src/domain/language';
import { foldWord } from './fold-text';

/**
 * Everyday words, and the words by which categories are found. OpenStreetMap's preset terms say what a shop is; people
 * often say what they want from it. These are searched for in addition to the word itself.
 */
const EVERYDAY: Readonly<Record<Language, readonly (readonly [says: string, means: string])[]>> = {
  de: [
    ['Semmeln', 'Brötchen'],
    ['Schrippen', 'Brötchen'],
    ['Wecken', 'Brötchen'],
    ['Krapfen', 'Bäckerei'],
    ['Haarschnitt', 'Friseur'],
    ['Haareschneiden', 'Friseur'],
    ['Herrenfriseur', 'Friseur'],
    ['Damenfriseur', 'Friseur'],
    ['Barbier', 'Friseur'],
    ['Frisör', 'Friseur'],
    ['Blumenstrauß', 'Florist'],
    ['Sträuße', 'Florist'],
    ['Bioladen', 'Biomarkt'],
    ['Italiener', 'Pizza'],
    ['italienisch', 'Pizza'],
    ['Grieche', 'griechisch'],
    ['asiatisch', 'Asia'],
    ['chinesisch', 'Asia'],
    ['thailändisch', 'Thai'],
    ['Döner', 'Imbiss'],
    ['Kebab', 'Imbiss'],
    ['Kebap', 'Imbiss'],
    ['Pommes', 'Imbiss'],
    ['übernachten', 'Hotel'],
    ['Übernachtung', 'Hotel'],
    ['Ferienwohnung', 'Hotel'],
    ['Hausarzt', 'Arzt'],
    ['Hausärztin', 'Arzt'],
    ['Kinderarzt', 'Arzt'],
    ['Kinderärztin', 'Kinderärzte'],
    ['Augenarzt', 'Arzt'],
    ['Hautarzt', 'Hautärzte'],
    ['Zahnärztin', 'Zahnarzt'],
    ['Tierärztin', 'Tierarzt'],
    ['Schuster', 'Schuhmacher'],
    ['Geldautomat', 'Bank'],
    ['Mietwagen', 'Autovermietung'],
    ['Leihwagen', 'Autovermietung'],
    ['Arbeitsamt', 'Arbeitsagentur'],
    ['Jobcenter', 'Arbeitsagentur'],
    ['Brautkleid', 'Brautmoden'],
    ['Nägel', 'Nagelstudio'],
    ['Maniküre', 'Nagelstudio'],
    ['Paket', 'Post'],
    ['Pakete', 'Post'],
    ['Briefmarken', 'Post'],
    ['Hundefutter', 'Zoohandlung'],
    ['Katzenfutter', 'Zoohandlung'],
    ['Tierfutter', 'Zoohandlung'],
    ['Trinkhalle', 'Kiosk'],
    ['Büdchen', 'Kiosk'],
    ['Späti', 'Kiosk'],
    ['Sprit', 'Tankstelle'],
    ['Benzin', 'Tankstelle'],
    ['Medikamente', 'Apotheke'],
    ['Fernseher', 'Elektronik'],
    ['Antiquariat', 'Antiquitäten'],
    ['Führerschein', 'Fahrschule'],
    ['Beerdigung', 'Bestattung'],
    ['Ehering', 'Juwelier'],
    ['Eheringe', 'Trauringe'],
    ['Turnschuhe', 'Schuhe'],
    ['Handyreparatur', 'Handy'],
    ['Eiscafé', 'Eisdiele'],
    ['Kita', 'Kindergarten'],
    ['Klempner', 'Installateur'],
    ['Yoga', 'Fitness'],
    ['Bauernhof', 'Hofladen'],
  ],
  en: [
    ['barber', 'hairdresser'],
    ['haircut', 'hairdresser'],
    ['chemist', 'pharmacy'],
    ['drugstore', 'pharmacy'],
    ['flowers', 'florist'],
    ['bread', 'bakery'],
    ['rolls', 'bakery'],
    ['meat', 'butcher'],
    ['groceries', 'supermarket'],
    ['bike', 'bicycle'],
    ['petrol', 'fuel'],
    ['gas', 'fuel'],
    ['vet', 'veterinary'],
    ['gp', 'doctor'],
    ['physician', 'doctor'],
    ['coffee', 'cafe'],
    ['bookshop', 'books'],
    ['bookstore', 'books'],
    ['eggs', 'farm'],
  ],
};

const byWord = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> => {
  const words = new Map<string, string[]>();
  for (const [says, means] of pairs) {
    words.set(foldWord(says), [...(words.get(foldWord(says)) ?? []), means]);
  }
  return words;
};

const MEANINGS: Readonly<Record<Language, ReadonlyMap<string, readonly string[]>>> = {
  de: byWord(EVERYDAY.de),
  en: byWord(EVERYDAY.en),
};

/** Other words for what an everyday word means; usually none. */
export const meaningsOf = (word: string, locale: Language): readonly string[] =>
  MEANINGS[locale].get(foldWord(word)) ?? [];
