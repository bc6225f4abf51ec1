/** The purpose of people who ask what is known of their address, the mail to them, and what its link is for. */
export const OWN_DATA = 'own-data';

/** The page on which they ask. */
export const OWN_DATA_PAGE = 'own-data';
