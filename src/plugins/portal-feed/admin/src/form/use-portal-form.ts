import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { useAnnounce } from '#src/admin/components/use-announce';
import type { IssuedSecrets, OnFilterChange, Portal } from '#src/plugins/portal-feed/server/src/contract';
import type { FeedApi } from '../api/use-feed-api';
import { sameFilter } from '#src/plugins/portal-feed/server/src/domain/filter-values';
import { EMPTY_DRAFT, draftOf, portalOf, wrongEdges, type FormDraft } from '../domain/form-draft';
import { useText, type Text } from '../translations/use-text';
import { isFetchError } from '@strapi/strapi/admin';

interface Detail {
  readonly path?: readonly (string | number)[];
  readonly message?: string;
}

/** The server's messages about single fields, by path (`filter.postcodes.0`); empty if there are none. */
function fieldMessagesOf(error: unknown): Readonly<Record<string, string>> {
  if (!isFetchError(error)) return {};
  const response = (error as { response?: unknown }).response as
    { data?: { error?: { details?: { errors?: readonly Detail[] } } } } | undefined;
  const errors = response?.data?.error?.details?.errors ?? [];
  return Object.fromEntries(errors.map(({ path = [], message = '' }) => [path.join('.'), message]));
}

/** What is wrong with the form, by the name of the field. */
export type FieldMessages = Readonly<Record<string, string | undefined>>;

/** The state of the form: its values, its errors, and submitting it. */
export function usePortalForm(api: FeedApi, portal: Portal | null) {
  const text = useText();
  const navigate = useNavigate();
  const { done, failed } = useAnnounce();
  const [draft, setDraft] = useState<FormDraft>(() => (portal ? draftOf(portal) : EMPTY_DRAFT));
  const [onFilterChange, setOnFilterChange] = useState<OnFilterChange>(portal?.url ? 'resend' : 'snapshot');
  const [messages, setMessages] = useState<FieldMessages>({});
  const [busy, setBusy] = useState(false);
  const [issued, setIssued] = useState<IssuedSecrets | null>(null);
  const form = useRef<HTMLFormElement | null>(null);
  const sent = portalOf(draft);

  // The first wrong field gets the focus, so that its message is read.
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);
  const refuse = (wrong: FieldMessages): void => {
    setMessages(wrong);
    setRefusals((count) => count + 1);
  };

  const send = async (): Promise<void> => {
    const missing = missingIn(draft, text);
    if (!sent || Object.keys(missing).length > 0) return refuse(missing);
    setMessages({});
    setBusy(true);
    try {
      if (portal) {
        await api.update(portal.documentId, sent, onFilterChange);
        done(text('done.save'));
        navigate('..', { relative: 'path' });
      } else setIssued(await api.create(sent));
    } catch (error) {
      const wrong = fieldMessagesOf(error);
      refuse(wrong);
      // A message shown at a field need not be repeated.
      if (Object.keys(wrong).length === 0) failed(error);
    } finally {
      setBusy(false);
    }
  };

  return {
    draft,
    change: (changes: Partial<FormDraft>): void => {
      setDraft((last) => ({ ...last, ...changes }));
      setMessages((last) => withoutChanged(last, draft, changes));
    },
    messages,
    busy,
    issued,
    onFilterChange,
    setOnFilterChange,
    filterChanged: portal !== null && sent !== null && !sameFilter(portal.filter, sent.filter),
    submit: (event: FormEvent<HTMLFormElement>): void => {
      event.preventDefault();
      form.current = event.currentTarget;
      void send();
    },
    /** Called after the secrets have been seen. */
    leave: (): void => {
      if (issued) navigate(`../${issued.portal.documentId}`, { relative: 'path', replace: true });
    },
  };
}

// What is being mended is not called wrong any more.
function withoutChanged(
  messages: FieldMessages,
  draft: FormDraft,
  { filter, ...changes }: Partial<FormDraft>,
): FieldMessages {
  const isChanged = (path: string): boolean => {
    const [field = '', key = ''] = path.split('.');
    return field === 'filter' ? filter !== undefined && filter[key] !== draft.filter[key] : field in changes;
  };
  return Object.fromEntries(Object.entries(messages).filter(([path]) => !isChanged(path)));
}

// What can be said at once; the server says the rest.
function missingIn(draft: FormDraft, text: Text): FieldMessages {
  return {
    ...(draft.name.trim() === '' ? { name: text('form.name-missing') } : {}),
    ...(draft.contactEmail.trim() === '' ? { contactEmail: text('form.contact-missing') } : {}),
    ...Object.fromEntries(wrongEdges(draft).map((path) => [path, text('form.degrees')])),
  };
}
