/** users-permissions role type of an account that enters and updates its own businesses. */
export const CONTRIBUTOR_ROLE = 'contributor';

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
  ...[
    ...['find', 'findOne', 'create', 'update', 'delete', 'preview'],
    ...['submit', 'withdraw', 'discard', 'archive'],
  ].map((action) => `plugin::self-service.my.${action}`),
  ...['invite', 'invitations', 'revoke', 'accept', 'managers', 'removeManager'].map(
    (action) => `plugin::self-service.people.${action}`,
  ),
  'plugin::self-service.claims.find',
  'plugin::self-service.claims.create',
  ...['find', 'update', 'updateEmail', 'sessions', 'endSession', 'endOtherSessions'].map(
    (action) => `plugin::self-service.account.${action}`,
  ),
  ...['findExport', 'exportFile', 'startExport', 'findDeletion', 'startDeletion', 'endDeletion'].map(
    (action) => `plugin::self-service.accountData.${action}`,
  ),
  ...['find', 'create', 'delete'].map((action) => `plugin::self-service.uploads.${action}`),
];

/** The actions with which anyone reads documents of a public type. */
export const readingActions = ({
  isSingle,
}: {
  readonly isSingle: boolean;
}): readonly ('find' | 'findOne')[] => (isSingle ? ['find'] : ['find', 'findOne']);

/**
 * Every content API action that a role holds, by role type. Anything not listed is denied; the set-up removes whatever
 * else it finds.
 * @param types that anyone may read
 */
export function contentApiActions(
  types: readonly { readonly uid: string; readonly isSingle: boolean }[],
): Readonly<Record<string, readonly string[]>> {
  const reading = types.flatMap((type) => readingActions(type).map((action) => `${type.uid}.${action}`));
  return {
    public: [...reading, ...SIGNING_IN],
    authenticated: [...reading, ...SIGNED_IN],
    [CONTRIBUTOR_ROLE]: [...reading, ...SIGNED_IN, ...SELF_SERVICE],
  };
}
