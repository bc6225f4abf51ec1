/**
 * What the codes of WZ 2008, the German classification of economic activities (Statistisches Bundesamt), mean among our
 * categories. A code that stands for less than a group counts for its subclasses, too. Codes that say only that something
 * is traded or made, and those of no business that people visit, are not here: the text beside them may say more.
 */
const CATEGORY_OF: Readonly<Record<string, string>> = {
  // Making
  '10.13': 'shop/butcher',
  '10.71': 'shop/bakery',
  '10.82': 'shop/confectionery',
  '10.83': 'shop/coffee',
  '11.01': 'craft/distillery',
  '11.02': 'craft/winery',
  '11.05': 'craft/brewery',
  '14.13': 'shop/tailor',
  '15.12': 'craft/saddler',
  '18.14': 'craft/bookbinder',
  '23.41': 'craft/pottery',
  '23.70': 'craft/stonemason',
  '32.12': 'craft/jeweller',
  // Building
  '43.21': 'craft/electrician',
  '43.22': 'craft/plumber',
  '43.31': 'craft/plasterer',
  '43.32': 'craft/joiner',
  '43.33': 'craft/tiler',
  '43.34.1': 'craft/painter',
  '43.34.2': 'craft/glaziery',
  '43.91.1': 'craft/roofer',
  '43.91.2': 'craft/carpenter',
  '43.99.1': 'craft/scaffolder',
  // Vehicles
  '45.11': 'shop/car',
  '45.20': 'shop/car_repair',
  '45.32': 'shop/car_parts',
  '45.40': 'shop/motorcycle',
  // Shops
  '47.11': 'shop/supermarket',
  '47.19': 'shop/department_store',
  '47.21': 'shop/greengrocer',
  '47.22': 'shop/butcher',
  '47.23': 'shop/seafood',
  '47.24': 'shop/bakery',
  '47.25': 'shop/beverages',
  '47.26': 'shop/tobacco',
  '47.30': 'amenity/fuel',
  '47.41': 'shop/computer',
  '47.42': 'shop/mobile_phone',
  '47.43': 'shop/hifi',
  '47.51': 'shop/fabric',
  '47.52.1': 'shop/hardware',
  '47.52.3': 'shop/doityourself',
  '47.53': 'shop/interior_decoration',
  '47.54': 'shop/appliance',
  '47.59.1': 'shop/furniture',
  '47.59.2': 'shop/houseware',
  '47.59.3': 'shop/musical_instrument',
  '47.61': 'shop/books',
  '47.62.1': 'shop/newsagent',
  '47.62.2': 'shop/stationery',
  '47.63': 'shop/music',
  '47.64.1': 'shop/bicycle',
  '47.64.2': 'shop/sports',
  '47.65': 'shop/toys',
  '47.71': 'shop/clothes',
  '47.72.1': 'shop/shoes',
  '47.72.2': 'shop/leather',
  '47.73': 'amenity/pharmacy',
  '47.74': 'shop/medical_supply',
  '47.75': 'shop/cosmetics',
  '47.76.1': 'shop/florist',
  '47.76.2': 'shop/pet',
  '47.77': 'shop/jewelry',
  '47.78.1': 'shop/optician',
  '47.78.2': 'shop/photo',
  '47.79.1': 'shop/antiques',
  '47.79.2': 'shop/books',
  '47.79.9': 'shop/second_hand',
  // Guests
  '55.10.1': 'tourism/hotel',
  '55.10.2': 'tourism/hotel',
  '55.10.3': 'tourism/guest_house',
  '55.10.4': 'tourism/guest_house',
  '55.20.2': 'tourism/apartment',
  '55.20.4': 'tourism/hostel',
  '55.30': 'tourism/camp_site',
  '56.10.1': 'amenity/restaurant',
  '56.10.2': 'amenity/restaurant',
  '56.10.3': 'amenity/fast_food',
  '56.10.4': 'amenity/cafe',
  '56.10.5': 'amenity/ice_cream',
  '56.21': 'craft/caterer',
  '56.30.1': 'amenity/pub',
  '56.30.2': 'amenity/nightclub',
  '56.30.3': 'amenity/bar',
  // Services
  '59.14': 'amenity/cinema',
  '64.19': 'amenity/bank',
  '65.1': 'office/insurance',
  '66.22': 'office/insurance',
  '68.31': 'office/estate_agent',
  '68.32': 'office/property_management',
  '69.10.1': 'office/lawyer',
  '69.10.2': 'office/lawyer',
  '69.10.3': 'office/notary',
  '69.20.3': 'office/tax_advisor',
  '69.20.4': 'office/accountant',
  '70.22': 'office/consulting',
  '71.11': 'office/architect',
  '71.12': 'office/engineer',
  '73.11': 'office/advertising_agency',
  '74.20': 'craft/photographer',
  '74.30': 'office/translator',
  '75.00': 'amenity/veterinary',
  '77.11': 'amenity/car_rental',
  '79.1': 'shop/travel_agency',
  '80.10': 'office/security',
  '81.21': 'craft/cleaning',
  '81.22.1': 'craft/chimney_sweeper',
  '81.30.1': 'craft/gardener',
  '85.10': 'amenity/kindergarten',
  '85.53': 'amenity/driving_school',
  '86.21': 'amenity/doctors',
  '86.22': 'amenity/doctors',
  '86.23': 'amenity/dentist',
  '86.90.2': 'healthcare/physiotherapist',
  '90.04': 'amenity/theatre',
  '91.01': 'amenity/library',
  '91.02': 'tourism/museum',
  '93.13': 'leisure/fitness_centre',
  '95.11': 'craft/electronics_repair',
  '95.21': 'craft/electronics_repair',
  '95.22': 'shop/repair',
  '95.23': 'craft/shoemaker',
  '95.25': 'craft/watchmaker',
  '96.01': 'shop/laundry',
  '96.02.1': 'shop/hairdresser',
  '96.02.2': 'shop/beauty',
  '96.03': 'shop/funeral_directors',
};

const DOTTED = /^(\d{2})\.(\d{1,2})(?:\.(\d))?$/;
// What is left where a column was taken for numbers, or never had dots.
const BARE = /^(\d{2})(\d{2})(\d)?$/;

/** Whether a text is written as a code of the classification: "47.24.0", "47.24", "47240". */
export const isActivityCode = (text: string): boolean => DOTTED.test(text) || BARE.test(text);

/** The OSM id of the category of a code; undefined where none of ours is meant. */
export const categoryOfActivity = (code: string): string | undefined => {
  const [, division, group = '', subclass] = DOTTED.exec(code) ?? BARE.exec(code) ?? [];
  if (division === undefined) return undefined;
  const whole = `${division}.${group}`;
  return CATEGORY_OF[`${whole}.${subclass ?? '0'}`] ?? CATEGORY_OF[whole] ?? CATEGORY_OF[whole.slice(0, 4)];
};

/** Every category that a code can mean. */
export const ACTIVITY_CATEGORIES: readonly string[] = [...new Set(Object.values(CATEGORY_OF))];
