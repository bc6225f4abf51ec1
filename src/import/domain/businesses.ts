import { valuesOf, type Tags } from './tags';

// Everything under these keys is a place where somebody sells, makes or does something for others.
const WHOLE_KEYS = /^(?:shop|craft|office|healthcare)(?:\/|$)/;

const named = (key: string, values: string): string[] => values.split(' ').map((value) => `${key}/${value}`);

// What id-tagging-schema has under the other keys and a guide to local businesses has too.
const OTHERS: ReadonlySet<string> = new Set([
  ...named(
    'amenity',
    'animal_boarding animal_breeding animal_shelter animal_training arts_centre atm bank bar ' +
      'bicycle_rental biergarten boat_rental brewery bureau_de_change cafe car_rental car_sharing car_wash ' +
      'casino childcare cinema clinic community_centre conference_centre cooking_school dancing_school ' +
      'dentist dive_centre doctors dojo driver_training driving_school events_venue exhibition_centre ' +
      'fast_food food_court fuel hookah_lounge hospital ice_cream internet_cafe karaoke_box kindergarten ' +
      'language_school library marketplace money_transfer motorcycle_rental music_school nightclub pharmacy ' +
      'planetarium post_office prep_school pub public_bath recycling_centre restaurant social_facility ' +
      'studio taxi theatre townhall toy_library training vehicle_inspection vending_machine veterinary ' +
      'veterinary_pharmacy',
  ),
  ...named(
    'leisure',
    'adult_gaming_centre amusement_arcade beach_resort bowling_alley dance escape_game fitness_centre ' +
      'golf_course horse_riding ice_rink indoor_play marina miniature_golf resort sauna sports_centre ' +
      'swimming_pool trampoline_park water_park',
  ),
  ...named(
    'tourism',
    'alpine_hut apartment aquarium attraction camp_site caravan_site chalet gallery guest_house hostel ' +
      'hotel information motel museum theme_park zoo',
  ),
]);

// Words that stand where a kind should stand.
const NO_KIND =
  /\/(?:no|none|vacant|empty|closed|disused|abandoned|demolished|former|fixme|unknown|construction|razed|removed|leer|leerstand)$/;

// Machines that belong to the street or to a lottery of other things, not to a business that people look for.
const OTHER_MACHINES: ReadonlySet<string> = new Set([
  ...['bottle_return', 'cigarettes', 'condoms', 'e-cigarettes', 'elongated_coin', 'excrement_bags'],
  ...['feminine_hygiene', 'fishing_licence', 'parcel_mail_in', 'parcel_pickup', 'parking_tickets'],
  ...['public_transport_tickets', 'public_transport_plans', 'stamps', 'telephone_vouchers', 'toll'],
]);

// A sign is not an office.
const SIGNS: ReadonlySet<string> = new Set([
  ...['board', 'guidepost', 'map', 'route_marker', 'tactile_map', 'tactile_model', 'terminal', 'trail_blaze'],
  ...['sign', 'audioguide', 'history', 'nature', 'plaque'],
]);

const parentOf = (id: string): string => id.slice(0, id.lastIndexOf('/'));

const isOtherMachine = (id: string): boolean => OTHER_MACHINES.has(id.slice(id.lastIndexOf('/') + 1));

/** Whether the value of a key says that nothing is there (`shop=vacant`), or nothing at all (`shop=fixme`). */
export const isNoKind = (id: string): boolean => NO_KIND.test(id);

/**
 * Whether an OSM category is one of businesses: what is not named is none.
 * @param curated the ids that our own categories have
 */
export const isBusinessCategory = (id: string, curated: ReadonlySet<string>): boolean => {
  if (isNoKind(id)) return false;
  if (curated.has(id) || WHOLE_KEYS.test(id)) return true;
  if (id.startsWith('amenity/vending_machine/')) return !isOtherMachine(id);
  if (id.startsWith('tourism/information/')) return false;
  // A kind of what is listed: amenity/restaurant/italian.
  return (
    [id, parentOf(id)].some((one) => OTHERS.has(one)) ||
    (id.split('/').length > 2 && curated.has(parentOf(id)))
  );
};

const isEach = (value: string | undefined, names: ReadonlySet<string>): boolean => {
  const values = valuesOf(value);
  return values.length > 0 && values.every((one) => names.has(one));
};

/** Whether a tag that qualifies the kind says that it is no business after all. */
export const isOnlyFurniture = (id: string, tags: Tags): boolean =>
  (id.startsWith('amenity/vending_machine') && isEach(tags.vending, OTHER_MACHINES)) ||
  (id === 'tourism/information' && isEach(tags.information, SIGNS));

// Lifecycle tags of OpenStreetMap beside the kind.
const OVER = ['disused', 'abandoned', 'demolished', 'razed', 'removed', 'closed', 'permanently_closed'];
const YES: ReadonlySet<string | undefined> = new Set(['yes', 'true', '1', 'permanent']);

// In front of the kind they leave none.
const FORMER =
  /^(?:disused|abandoned|was|old|historic|demolished|razed|removed|closed):(?:shop|craft|amenity|office|healthcare|tourism|leisure)$/;

/** The tag that says what was there before, and is no more. */
export const formerKind = (tags: Tags): string | undefined => {
  const key = Object.keys(tags).find((one) => FORMER.test(one));
  return key === undefined ? undefined : `${key}=${tags[key] ?? ''}`;
};

/** The tag that says that a business is gone. */
export const closedBy = (tags: Tags): string | undefined => {
  const key = OVER.find((one) => YES.has(tags[one]));
  if (key !== undefined) return `${key}=${tags[key] ?? ''}`;
  const status = tags['operational_status'];
  return status !== undefined && /^(?:closed|permanently_closed|abandoned)$/.test(status)
    ? `operational_status=${status}`
    : undefined;
};
