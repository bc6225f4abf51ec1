import { Button, Flex, LinkButton, Menu } from '@strapi/design-system';
import { More, Pencil, Play } from '@strapi/icons';
import { useRBAC } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router-dom';
import { useAnnounce } from '#src/admin/components/use-announce';
import type { IssuedSecrets, PortalItem } from '#src/plugins/portal-feed/server/src/contract';
import type { FeedApi } from '../api/use-feed-api';
import { ConfirmDialog } from '../components/confirm-dialog';
import { MANAGE, SEND } from '../permissions';
import { SecretsDialog } from '../secrets/secrets-dialog';
import { useText } from '../translations/use-text';
import { ReplayDialog } from './replay-dialog';

interface Props {
  readonly api: FeedApi;
  readonly portal: PortalItem;
  readonly onChanged: () => void;
}

/** Actions that need confirmation. */
const CONFIRMED = ['pause', 'resync', 'rotate-secret', 'rotate-token', 'remove'] as const;
type Confirmed = (typeof CONFIRMED)[number];

/** The actions for a portal: frequent ones as buttons, the rest in a menu. */
export function PortalActions({ api, portal, onChanged }: Props) {
  const text = useText();
  const navigate = useNavigate();
  const { done, failed } = useAnnounce();
  const { allowedActions } = useRBAC([...SEND, ...MANAGE]);
  const [asking, setAsking] = useState<Confirmed | 'replay' | null>(null);
  const [issued, setIssued] = useState<IssuedSecrets | null>(null);
  const [busy, setBusy] = useState(false);
  const { documentId, name, state, url } = portal;

  const run = async (work: () => Promise<string | null>): Promise<void> => {
    setBusy(true);
    try {
      const message = await work();
      setAsking(null);
      if (message) done(message);
      onChanged();
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };

  const work: Readonly<Record<Confirmed | 'ping' | 'resume', () => Promise<string | null>>> = {
    ping: async () => {
      await api.ping(documentId);
      return text('done.ping');
    },
    resume: async () => {
      await api.act(documentId, 'resume');
      return text('done.resume');
    },
    pause: async () => {
      await api.act(documentId, 'pause');
      return text('done.pause');
    },
    resync: async () => text('done.resync', { count: await api.resync(documentId) }),
    'rotate-secret': async () => {
      setIssued(await api.rotate(documentId, 'rotate-secret'));
      return null;
    },
    'rotate-token': async () => {
      setIssued(await api.rotate(documentId, 'rotate-token'));
      return null;
    },
    remove: async () => {
      await api.remove(documentId);
      navigate('..', { relative: 'path' });
      return text('done.remove', { name });
    },
  };

  return (
    <>
      <Flex gap={2} wrap="wrap">
        {allowedActions.canSend && url !== null && (
          <Button variant="tertiary" disabled={busy} onClick={() => void run(work.ping)}>
            {text('action.ping')}
          </Button>
        )}
        {allowedActions.canManage && state !== 'active' && (
          <Button startIcon={<Play />} disabled={busy} onClick={() => void run(work.resume)}>
            {text('action.resume')}
          </Button>
        )}
        {allowedActions.canManage && (
          <>
            <LinkButton tag={RouterLink} to="edit" variant="secondary" startIcon={<Pencil />}>
              {text('action.edit')}
            </LinkButton>
            <Menu.Root>
              <Menu.Trigger variant="tertiary" endIcon={<More aria-hidden />}>
                {text('action.more')}
              </Menu.Trigger>
              <Menu.Content popoverPlacement="bottom-end" maxHeight="40rem">
                {CONFIRMED.filter((action) => isOffered(action, portal)).map((action) => (
                  <Menu.Item
                    key={action}
                    variant={action === 'remove' ? 'danger' : 'default'}
                    onSelect={() => setAsking(action)}
                  >
                    {text(`action.${action}`)}
                  </Menu.Item>
                ))}
                {url !== null && (
                  <Menu.Item onSelect={() => setAsking('replay')}>{text('action.replay')}</Menu.Item>
                )}
              </Menu.Content>
            </Menu.Root>
          </>
        )}
      </Flex>
      {asking && asking !== 'replay' && (
        <ConfirmDialog
          title={text(`confirm.${asking}.title`, { name })}
          confirm={text(`confirm.${asking}.button`)}
          danger={asking === 'remove' || asking === 'rotate-token'}
          busy={busy}
          onConfirm={() => void run(work[asking])}
          onClose={() => setAsking(null)}
        >
          {text(`confirm.${asking}.text`)}
        </ConfirmDialog>
      )}
      {asking === 'replay' && (
        <ReplayDialog api={api} documentId={documentId} onDone={onChanged} onClose={() => setAsking(null)} />
      )}
      {issued && <SecretsDialog issued={issued} onClose={() => setIssued(null)} />}
    </>
  );
}

function isOffered(action: Confirmed, { state, url }: PortalItem): boolean {
  if (action === 'pause') return state === 'active' && url !== null;
  if (action === 'resync' || action === 'rotate-secret') return url !== null;
  return true;
}
