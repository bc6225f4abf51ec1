import { Button, Flex, Typography } from '@strapi/design-system';
import { Download, Trash } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Callout } from '#src/admin/components/callout';
import { formatTime } from '#src/admin/components/domain/formats';
import { PanelBox } from '#src/admin/components/panel-box';
import { useAnnounce } from '#src/admin/components/use-announce';
import type { PersonFound } from '#src/plugins/moderation/server/src/panel-contract';
import { useText } from '../translations/use-text';
import { EraseDialog } from './erase-dialog';
import type { Person, PrivacyApi } from './use-privacy-api';

interface Props {
  readonly api: PrivacyApi;
  readonly found: PersonFound;
  /** After a download or an erasure, which the log shows. */
  readonly onChanged: () => void;
  readonly onErased: () => void;
}

const personOf = ({ account, email }: PersonFound): Person =>
  account ? { accountId: account.id } : { email: email ?? '' };

/** What there is of somebody, by kind, and what can be done: hand it over, or erase it. */
export function PersonBox({ api, found, onChanged, onErased }: Props) {
  const text = useText();
  const { locale } = useIntl();
  const announce = useAnnounce();
  const [erasing, setErasing] = useState(false);
  const person = personOf(found);
  const { account, email, open } = found;
  const download = (form: 'json' | 'archive') => () =>
    void api.download(person, form).then(onChanged, announce.failed);

  return (
    <PanelBox
      title={
        account
          ? text('privacy.account', { name: account.username, email: email ?? '–' })
          : text('privacy.address', { email: email ?? '' })
      }
    >
      {account?.deletion && (
        <Callout variant="warning" title={text('privacy.pending')}>
          {text('privacy.pending.text', { day: formatTime(account.deletion.dueAt, locale) })}
        </Callout>
      )}
      {open.length > 0 && (
        <Callout variant="warning" title={text('privacy.open')}>
          {open.join(' ')}
        </Callout>
      )}
      {found.found.length === 0 ? (
        <Typography tag="p">{text('privacy.nothing')}</Typography>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {found.found.map(({ name, what, rows }) => (
            <li key={name}>
              <Typography fontWeight="bold">{text('privacy.rows', { count: rows })}</Typography>{' '}
              <Typography>{what}</Typography>
            </li>
          ))}
        </Flex>
      )}
      {(found.found.length > 0 || account) && (
        <Flex gap={2} wrap="wrap">
          <Button variant="secondary" startIcon={<Download />} onClick={download('json')}>
            {text('privacy.json')}
          </Button>
          {account && (
            <Button variant="secondary" startIcon={<Download />} onClick={download('archive')}>
              {text('privacy.archive')}
            </Button>
          )}
          <Button variant="danger-light" startIcon={<Trash />} onClick={() => setErasing(true)}>
            {text('privacy.erase')}
          </Button>
        </Flex>
      )}
      {erasing && (
        <EraseDialog
          {...{ api, person, found }}
          onClose={() => setErasing(false)}
          onDone={() => {
            setErasing(false);
            onErased();
          }}
        />
      )}
    </PanelBox>
  );
}
