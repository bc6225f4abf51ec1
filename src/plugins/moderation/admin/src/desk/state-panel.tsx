import { Typography } from '@strapi/design-system';
import { useQueryParams } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../translations/use-text';
import { READ_ONLY } from './read-only';
import { useDesk, type FormProps } from './use-desk';

/** Above all other panels of a form: explains the state shown by the badge. Nothing if there is none. */
export function StatePanel(props: FormProps) {
  const text = useText();
  const intl = useIntl();
  const desk = useDesk(props);
  useReadOnly(desk === null ? null : desk.state?.kind === 'archived');
  const state = desk?.state;
  if (!state || state.kind === 'submitted') return null;
  const day =
    state.kind === 'waiting'
      ? intl.formatDate(`${state.from}T00:00:00Z`, { dateStyle: 'long', timeZone: 'UTC' })
      : '';
  return {
    title: text(`desk.${state.kind}.title`, { day }),
    content: <Typography>{text(`desk.${state.kind}.text`, { day })}</Typography>,
  };
}

/** Keeps the address in sync; `null` while nothing is known. */
function useReadOnly(isReadOnly: boolean | null): void {
  const [{ query }, setQuery] = useQueryParams<Record<string, string>>();
  const isSet = query?.[READ_ONLY] === 'true';
  useEffect(() => {
    if (isReadOnly === null || isReadOnly === isSet) return;
    setQuery({ [READ_ONLY]: 'true' }, isReadOnly ? 'push' : 'remove', true);
  }, [isReadOnly, isSet, setQuery]);
}
