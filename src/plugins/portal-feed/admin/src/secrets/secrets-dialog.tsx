import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Callout } from '#src/admin/components/callout';
import { backendUrl } from '#src/admin/strapi/panel';
import type { IssuedSecrets } from '#src/plugins/portal-feed/server/src/contract';
import { useText } from '../translations/use-text';
import { CopyField } from './copy-field';

interface Props {
  readonly issued: IssuedSecrets;
  readonly onClose: () => void;
}

/**
 * Shows secret and token, only this once. Neither Escape nor a click outside closes the dialog, since a lost secret has
 * to be replaced.
 */
export function SecretsDialog({ issued: { portal, secret, token }, onClose }: Props) {
  const text = useText();
  const stay = (event: Event): void => event.preventDefault();
  return (
    <Modal.Root open>
      <Modal.Content onEscapeKeyDown={stay} onPointerDownOutside={stay} onInteractOutside={stay}>
        <Flex padding={5} paddingBottom={0}>
          <Modal.Title>{text('secrets.title', { name: portal.name })}</Modal.Title>
        </Flex>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5} data-secrets>
            <Callout variant="warning" title={text('secrets.once')}>
              {text('secrets.once.text', { email: portal.contactEmail })}
            </Callout>
            {secret && (
              <CopyField
                name="secret"
                label={text('secrets.secret')}
                hint={text('secrets.secret.hint')}
                value={secret}
              />
            )}
            {token && (
              <CopyField
                name="token"
                label={text('secrets.token')}
                hint={text('secrets.token.hint')}
                value={token}
              />
            )}
            {token && (
              <CopyField
                name="pull-url"
                label={text('secrets.pull-url')}
                hint={text('secrets.pull-url.hint')}
                value={`${backendUrl() || window.location.origin}/api/feed/snapshot`}
              />
            )}
            {secret && !token && <Typography>{text('secrets.both-sign')}</Typography>}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <span />
          <Button onClick={onClose}>{text('secrets.done')}</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
