import { mayEdit, mergedPermissions, type RolePermission } from '#src/domain/editorial-role';
import { ourListingTypes } from '../../support/listing-types';

const permission = (action: string, fields?: string[]): RolePermission => ({
  action,
  subject: 'api::offer.offer',
  properties: fields ? { fields } : {},
  conditions: [],
});

describe('what the editorial role may do with content', () => {
  const listings = [...ourListingTypes().all.values()];
  const may = (action: string, uid: string): boolean =>
    mayEdit(`plugin::content-manager.explorer.${action}`, uid, listings);

  test.each([...listings.map(({ uid }) => uid), 'api::membership.membership'])('it may publish %s', (uid) => {
    expect(may('publish', uid)).toBe(true);
  });

  test('it deletes content, but never the profile of the city', () => {
    expect(may('delete', 'api::offer.offer')).toBe(true);
    expect(may('delete', 'api::city-profile.city-profile')).toBe(false);
  });

  test('accounts are none of its business', () => {
    expect(may('read', 'plugin::users-permissions.user')).toBe(false);
  });
});

describe('merging a changed definition into what the role holds', () => {
  const read = permission('read', ['title']);
  const write = permission('write', ['title']);

  test.each<[string, RolePermission[], RolePermission[], RolePermission[], RolePermission[]]>([
    ['a new role gets everything', [read, write], [], [], [read, write]],
    ['what an admin has taken away stays away', [read, write], [read, write], [read], [read]],
    [
      'what an admin has given stays',
      [read],
      [read],
      [read, permission('export')],
      [read, permission('export')],
    ],
    [
      'what an admin has narrowed stays narrow while its definition is the same',
      [read, write],
      [read],
      [permission('read', [])],
      [permission('read', []), write],
    ],
    [
      'a new field of a type reaches the role',
      [permission('read', ['title', 'price'])],
      [read],
      [read],
      [permission('read', ['title', 'price'])],
    ],
    ['what is no longer wanted is taken away', [read], [read, write], [read, write], [read]],
    [
      'the order of fields is no change',
      [permission('read', ['b', 'a'])],
      [permission('read', ['a', 'b'])],
      [],
      [],
    ],
  ])('%s', (_case, wanted, applied, present, expected) => {
    expect(mergedPermissions(wanted, applied, present)).toEqual(expected);
  });
});
