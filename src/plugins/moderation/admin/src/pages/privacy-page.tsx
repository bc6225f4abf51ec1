import { Box, Button, Field, Flex, TextInput } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback, useState, type FormEvent } from 'react';
import { failureOf, type Failure } from '#src/admin/components/failure';
import { useLoaded } from '#src/admin/components/use-loaded';
import type { PersonFound } from '#src/plugins/moderation/server/src/panel-contract';
import { PRIVACY } from '../permissions';
import { PersonBox } from '../privacy/person-box';
import { RequestLog } from '../privacy/request-log';
import { usePrivacyApi } from '../privacy/use-privacy-api';
import { useText } from '../translations/use-text';

/** For people who write letters or call: what is stored about them, as a file, and erased. With a log of it all. */
function PrivacyPage() {
  const text = useText();
  const api = usePrivacyApi();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<PersonFound | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [page, setPage] = useState(1);
  const log = useLoaded(useCallback((signal: AbortSignal) => api.log(page, signal), [api, page]));

  const lookUp = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    setFound(null);
    try {
      setFound(await api.lookUp(typed));
      log.reload();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Page.Main>
      <Page.Title>{text('privacy.menu')}</Page.Title>
      <Layouts.Header title={text('privacy.menu')} subtitle={text('privacy.subtitle')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5} paddingBottom={8}>
          <Box background="neutral0" hasRadius shadow="tableShadow" padding={5}>
            <form onSubmit={(event) => void lookUp(event)} role="search" noValidate>
              <Flex gap={3} alignItems="center" wrap="wrap">
                <Box flex="1 1 26rem" maxWidth="56rem">
                  <Field.Root
                    name="person"
                    hint={text('privacy.person.hint')}
                    error={failure ? (failure.message ?? text('privacy.failed')) : undefined}
                  >
                    <Field.Label>{text('privacy.person')}</Field.Label>
                    <TextInput
                      value={typed}
                      autoComplete="off"
                      onChange={(event) => setTyped(event.currentTarget.value)}
                    />
                    <Field.Error />
                    <Field.Hint />
                  </Field.Root>
                </Box>
                <Button type="submit" startIcon={<Search />} loading={busy} size="L">
                  {text('privacy.look-up')}
                </Button>
              </Flex>
            </form>
          </Box>
          <div aria-live="polite">
            {found && (
              <PersonBox
                api={api}
                found={found}
                onChanged={log.reload}
                onErased={() => {
                  setFound(null);
                  log.reload();
                }}
              />
            )}
          </div>
          <RequestLog loaded={log} onPage={setPage} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

/** The page below /plugins/privacy, for those who may. */
export default function ProtectedPrivacyPage() {
  return (
    <Page.Protect permissions={PRIVACY}>
      <PrivacyPage />
    </Page.Protect>
  );
}
