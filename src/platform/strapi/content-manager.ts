import type { Core } from '@strapi/strapi';

/** What an editor may do with documents of a type. Without a row: with any of them. */
interface PermissionChecker {
  readonly can: { read(row: object | null, field: string): boolean };
  readonly cannot: { read(row?: object): boolean; delete(row?: object): boolean };
}

interface PermissionCheckers {
  create(subject: { userAbility: unknown; model: string }): PermissionChecker;
}

/** @param userAbility what the editor may do, as Strapi puts it into the state of a request */
export const permissionChecker = (
  strapi: Core.Strapi,
  userAbility: unknown,
  model: string,
): PermissionChecker =>
  strapi
    .plugin('content-manager')
    .service<PermissionCheckers>('permission-checker')
    .create({ userAbility, model });

/** Reads and writes what the content manager keeps about the forms and lists of types or components. */
interface ViewService<View> {
  findContentType?(uid: string): { uid: string } | undefined;
  findComponent?(uid: string): { uid: string } | undefined;
  findConfiguration(model: { uid: string }): Promise<View>;
  updateConfiguration(model: { uid: string }, view: View): Promise<unknown>;
}

/** @typeParam View what is kept about one of them */
export const viewService = <View>(
  strapi: Core.Strapi,
  kind: 'content-types' | 'components',
): ViewService<View> => strapi.plugin('content-manager').service<ViewService<View>>(kind);

/** A route of the content manager as it is declared, without the prefix of the plugin. */
interface DeclaredRoute {
  readonly method: string;
  readonly path: string;
  readonly config: { readonly policies: unknown[] };
}

/** All routes that the panel reads and writes content by. */
export const contentManagerRoutes = (strapi: Core.Strapi): DeclaredRoute[] => {
  const routers = strapi.plugin('content-manager').routes as Record<
    string,
    { readonly routes?: DeclaredRoute[] }
  >;
  return Object.values(routers).flatMap((router) => router.routes ?? []);
};
