/** The role of the people who look after the city's content: all content and the media library, but no settings. */
export const EDITORIAL_ROLE = 'redaktion';

/** A content type that the role edits. */
interface EditedType {
  readonly uid: string;
  readonly isSingle: boolean;
}

// Says who manages a business. It is not a listing and cannot be read from outside.
const MEMBERSHIP: EditedType = { uid: 'api::membership.membership', isSingle: false };

/** Actions that do not concern one content type. A plugin with a page for editors adds its action here. */
export const PLAIN_ACTIONS: readonly string[] = [
  'plugin::upload.read',
  'plugin::upload.assets.create',
  'plugin::upload.assets.update',
  'plugin::upload.assets.download',
  'plugin::upload.assets.copy-link',
  'plugin::upload.configure-view',
  // Not the content manager's `configure-view`: two clicks would remove a field from everyone's form.
  'plugin::moderation.review',
  'plugin::moderation.suspend',
  // Who answers a letter about data would otherwise have to be a super admin, who may do far more.
  'plugin::moderation.privacy',
  // Not `.manage`: where the city's data goes, and the secrets for it, are for administrators to decide.
  'plugin::portal-feed.read',
  'plugin::portal-feed.send',
];

/**
 * Whether the role may do `action` (of the content manager's explorer) with `subject`.
 * @param listings all listing types of the register
 */
export function mayEdit(action: string, subject: string, listings: readonly EditedType[]): boolean {
  const type = [...listings, MEMBERSHIP].find(({ uid }) => uid === subject);
  // Without the city profile not one entry can be checked: no postcode, no federal state, no centre.
  return type !== undefined && !(action.endsWith('.delete') && type.isSingle);
}

/** A permission of an admin role: what may be done, with what, and with which of its fields and locales. */
export interface RolePermission {
  readonly action: string;
  readonly subject: string | null;
  readonly properties: { readonly fields?: readonly string[]; readonly locales?: readonly string[] };
  readonly conditions: readonly string[];
}

/**
 * The permissions the role should hold now. Only what has changed in our definition since it was last applied is
 * changed: a permission that an admin has granted, revoked or narrowed by hand stays that way until its own definition
 * changes.
 *
 * @param applied what was wanted when it was last applied; empty for a new role
 * @param present what the role currently holds
 */
export function mergedPermissions(
  wanted: readonly RolePermission[],
  applied: readonly RolePermission[],
  present: readonly RolePermission[],
): RolePermission[] {
  const before = new Map(applied.map((permission) => [keyOf(permission), fingerprint(permission)]));
  const changed = wanted.filter((permission) => before.get(keyOf(permission)) !== fingerprint(permission));
  const wantedKeys = new Set(wanted.map(keyOf));
  const replaced = new Set([
    ...changed.map(keyOf),
    ...[...before.keys()].filter((key) => !wantedKeys.has(key)),
  ]);
  return [...present.filter((permission) => !replaced.has(keyOf(permission))), ...changed];
}

function keyOf({ action, subject }: RolePermission): string {
  return `${action} ${subject ?? ''}`;
}

function fingerprint({ properties, conditions }: RolePermission): string {
  return JSON.stringify([sorted(properties.fields), sorted(properties.locales), sorted(conditions)]);
}

function sorted(values: readonly string[] | undefined): string[] | null {
  return values ? [...values].sort() : null;
}
