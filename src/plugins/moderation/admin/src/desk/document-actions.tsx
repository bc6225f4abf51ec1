import { useRBAC, type StrapiApp } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { DEFAULT_LANGUAGE } from '#src/languages/languages';
import { useAnnounce } from '#src/admin/components/use-announce';
import { wrapActions } from '#src/admin/strapi/patches/index';
import { useModerationApi } from '../api/use-moderation-api';
import { useSchemas } from '../api/use-schemas';
import { languageName } from '../domain/language-name';
import { SUSPEND } from '../permissions';
import { useText } from '../translations/use-text';
import { TakeDownDialog } from './take-down-dialog';
import { useDialog } from './use-dialog';
import { useDesk, type FormProps } from './use-desk';
import { useHasPermission, useIsSuperAdmin } from './use-super-admin';

/** The parts of a Strapi action's description that are changed here. */
interface Description {
  readonly label: string;
  readonly disabled?: boolean;
  readonly dialog?: { readonly type: string; readonly title?: string; readonly content?: unknown };
  readonly [key: string]: unknown;
}

/** A component that describes an action; Strapi calls it like a hook. */
interface Action {
  (props: FormProps): Description | null;
  type?: string;
  position?: unknown;
}

/** Tells Strapi that a document or a list has changed. */
export type Reload = (model: string, documentIds: readonly string[]) => void;

const SUSPEND_PERMISSION = SUSPEND.map((permission) => ({ ...permission }));

const LANGUAGE_OF_ALL = DEFAULT_LANGUAGE;

/**
 * On the tab of the published version Strapi offers neither saving nor publishing, neither by button nor by shortcut.
 */
const locked = (props: FormProps): FormProps => ({ ...props, activeTab: 'published' });

/** The primary button: for a suspended document it lifts the suspension, for an archived one it restores. */
const publishing = (original: Action, reload: Reload): Action =>
  function Publish(props) {
    const text = useText();
    const api = useModerationApi();
    const { done, failed } = useAnnounce();
    const { allowedActions } = useRBAC(SUSPEND_PERMISSION);
    const { moderated } = useSchemas();
    const kind = useDesk(props)?.state?.kind;
    const isLocked = kind === 'suspended' || kind === 'archived';
    const described = original(isLocked ? locked(props) : props);
    const { model, documentId } = props;
    if (!described || !isLocked || !documentId || !moderated.includes(model) || !allowedActions.canSuspend)
      return described;
    const action = kind === 'suspended' ? 'reinstate' : 'restore';
    return {
      ...described,
      disabled: false,
      // The column is narrow; without the dots it fits on one line.
      label: text(`action.${action}.confirm`),
      onClick: undefined,
      publishConfirmScope: undefined,
      dialog: {
        type: 'dialog',
        variant: 'default',
        title: text(`action.${action}.title`),
        content: text(`action.${action}.question`),
        confirmLabel: text(`action.${action}.confirm`),
        onConfirm: async () => {
          try {
            await api.move(model, documentId, action, '');
            done(text(`action.${action}.done`));
          } catch (error) {
            failed(error);
          }
          reload(model, [documentId]);
        },
      },
    };
  };

const saving = (original: Action): Action =>
  function Save(props) {
    const isArchived = useDesk(props)?.state?.kind === 'archived';
    return original(isArchived ? locked(props) : props);
  };

/** All languages together; a single translation can be unpublished separately. */
const unpublishing = (original: Action, reload: Reload): Action =>
  function Unpublish(props) {
    const text = useText();
    const intl = useIntl();
    const desk = useDesk(props);
    const described = original(props);
    const { model, documentId, document } = props;
    const documentIds = documentId ? [documentId] : [];
    const content = useDialog((onClose) => (
      <TakeDownDialog
        model={model}
        documentIds={documentIds}
        onDone={() => reload(model, documentIds)}
        onClose={onClose}
      />
    ));
    if (!described || !documentId || !model.startsWith('api::')) return described;
    const locale = document?.locale;
    if (desk && locale && locale !== LANGUAGE_OF_ALL && desk.publishedLocales.includes(LANGUAGE_OF_ALL))
      return {
        ...described,
        label: text('take-down.one-language', { language: languageName(locale, intl.locale) }),
      };
    const isPublic = desk ? desk.published && desk.state?.kind !== 'archived' : !described.disabled;
    return {
      ...described,
      disabled: !isPublic || props.activeTab === 'published',
      label: text('take-down.open'),
      onClick: undefined,
      dialog: {
        type: 'modal',
        title: text('take-down.confirm'),
        content,
      },
    };
  };

const discarding = (original: Action): Action =>
  function Discard(props) {
    const isArchived = useDesk(props)?.state?.kind === 'archived';
    return original(isArchived ? locked(props) : props);
  };

/** Editors do not delete what the public has seen; the server enforces it too. */
const deleting = (original: Action): Action =>
  function Delete(props) {
    const text = useText();
    const intl = useIntl();
    const desk = useDesk(props);
    const isSuperAdmin = useIsSuperAdmin();
    const described = original(props);
    if (!described || !desk) return described;
    if (desk.everPublic && !isSuperAdmin)
      return { ...described, disabled: true, label: text('delete.was-public') };
    const languages = desk.locales.map((code) => languageName(code, intl.locale)).join(', ');
    const values = { title: desk.title ?? text('queue.untitled'), languages };
    const question = text(languages ? 'delete.one.languages' : 'delete.one', values);
    return { ...described, dialog: { ...described.dialog, type: 'dialog', content: question } };
  };

/** Hides actions that would lead to a page without access. */
const forPermitted = (original: Action, ...permissions: readonly string[]): Action =>
  function Permitted(props) {
    const described = original(props);
    return useHasPermission(...permissions) ? described : null;
  };

/** Strapi's form actions, as they are offered here. */
export function changeDocumentActions(app: StrapiApp, reload: Reload): void {
  const changes: Readonly<Record<string, (original: Action) => Action>> = {
    publish: (original) => publishing(original, reload),
    update: saving,
    unpublish: (original) => unpublishing(original, reload),
    discard: discarding,
    delete: deleting,
    'configure-the-view': (original) =>
      forPermitted(
        original,
        'plugin::content-manager.collection-types.configure-view',
        'plugin::content-manager.single-types.configure-view',
      ),
    'edit-the-model': (original) => forPermitted(original, 'plugin::content-type-builder.read'),
  };
  const around = (original: Action): Action => changes[original.type ?? '']?.(original) ?? original;
  wrapActions(app, 'addDocumentAction', around, Object.keys(changes));
}
