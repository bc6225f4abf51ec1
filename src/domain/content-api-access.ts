/** users-permissions role type of an account that enters and updates its own businesses. */
export const CONTRIBUTOR_ROLE = 'contributor';

const PUBLIC_COLLECTIONS = [
  'business',
  'offer',
  'campaign',
  'advisory-contact',
  'organisation',
  'press-notice',
  'category',
  'district',
] as const;

/** Content types that anyone may read once they are published. */
export const PUBLIC_TYPES = [
  ...PUBLIC_COLLECTIONS.map((name) => `api::${name}.${name}` as const),
  'api::city-profile.city-profile',
] as const;

export type PublicUid = (typeof PUBLIC_TYPES)[number];

const READING = [
  ...PUBLIC_COLLECTIONS.flatMap((name) => [`api::${name}.${name}.find`, `api::${name}.${name}.findOne`]),
  'api::city-profile.city-profile.find',
];

const SIGNING_IN = [
  'plugin::users-permissions.auth.callback',
  'plugin::users-permissions.auth.forgotPassword',
  'plugin::users-permissions.auth.resetPassword',
  'plugin::users-permissions.auth.refresh',
  'plugin::users-permissions.auth.register',
  'plugin::users-permissions.auth.emailConfirmation',
  'plugin::users-permissions.auth.sendEmailConfirmation',
];

const SIGNED_IN = [
  'plugin::users-permissions.auth.changePassword',
  'plugin::users-permissions.auth.logout',
  'plugin::users-permissions.auth.getSessions',
  'plugin::users-permissions.auth.revokeSession',
  'plugin::users-permissions.user.me',
];

const SELF_SERVICE = [
  ...['find', 'findOne', 'create', 'update', 'delete', 'submit', 'withdraw', 'discard', 'archive'].map(
    (action) => `plugin::self-service.my.${action}`,
  ),
  ...['invite', 'invitations', 'revoke', 'accept', 'managers', 'removeManager'].map(
    (action) => `plugin::self-service.people.${action}`,
  ),
  'plugin::self-service.claims.find',
  'plugin::self-service.claims.create',
  'plugin::self-service.uploads.create',
];

/**
 * Every action of the content API that a role holds, by role type. What is not here is denied; the set-up takes away
 * what else it finds.
 */
export const PUBLIC_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  public: [...READING, ...SIGNING_IN],
  authenticated: [...READING, ...SIGNED_IN],
  [CONTRIBUTOR_ROLE]: [...READING, ...SIGNED_IN, ...SELF_SERVICE],
};
