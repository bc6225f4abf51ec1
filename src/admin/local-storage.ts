const LANGUAGE_KEY = 'strapi-admin-language';

// Strapi appends the installation's uuid; package.json has none (`strapi.uuid: false`, which also means no telemetry).
const BANNER_KEYS = [
  'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false',
  'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:undefined',
];

/** German on the login page until a language has been chosen; after login the user's own choice counts. */
export function preferGerman(storage: Storage): void {
  if (!storage.getItem(LANGUAGE_KEY)) storage.setItem(LANGUAGE_KEY, 'de');
}

/** Marks Strapi's announcement of its new media library as read. */
export function hideMediaLibraryBanner(storage: Storage): void {
  for (const key of BANNER_KEYS) storage.setItem(key, 'true');
}
