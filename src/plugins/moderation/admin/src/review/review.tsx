import { Box, Flex, Grid, Button } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback, useState, useEffect, useRef } from 'react';
import {
  isTakenFromMaker,
  needsReason,
  type ReasonedAction,
  type ReviewAction,
} from '#src/plugins/moderation/server/src/domain/transitions';
import type { ReviewDetail } from '#src/plugins/moderation/server/src/panel-contract';
import type { ModerationApi } from '../api/use-moderation-api';
import type { Grounds } from '#src/plugins/moderation/server/src/contract';
import { NO_GROUNDS } from '../components/grounds-fields';
import { LogList } from '../components/log-list';
import { Note } from '#src/admin/components/notes';
import { PanelBox } from '#src/admin/components/panel-box';
import { TemplatedReasonDialog } from '../templates/templated-reason-dialog';
import { useText } from '../translations/use-text';
import { AboutField } from './about-field';
import { ContributorBox } from './contributor-box';
import { DecisionButtons } from './decision-buttons';
import { Difference } from './difference';
import { ReviewHeader } from './review-header';
import { useDecision } from './use-decision';
import { useNext, useNextKey } from './use-next';
import { Callout } from '#src/admin/components/callout';

/** Says that the version on the page is no longer the current one. Takes the focus, so that nobody overlooks it. */
function StaleAlert({ onReload }: { onReload: () => void }) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <Box ref={box} tabIndex={-1} role="alert" paddingBottom={4} data-stale>
      <Callout
        variant="warning"
        title={text('stale.title')}
        action={<Button onClick={onReload}>{text('stale.reload')}</Button>}
      >
        {text('stale.text')}
      </Callout>
    </Box>
  );
}

interface Props {
  readonly api: ModerationApi;
  readonly detail: ReviewDetail;
  readonly onReload: () => void;
}

/** A submission next to the public version, and the decision about it. */
export function Review({ api, detail, onReload }: Props) {
  const text = useText();
  const { busy, stale, decide, forget } = useDecision(api, detail);
  const [asking, setAsking] = useState<(ReasonedAction & ReviewAction) | null>(null);
  // Kept across a reload, so that a decision refused because of a newer version can be repeated with the same words.
  const [reason, setReason] = useState('');
  const [about, setAbout] = useState<readonly string[]>([]);
  const [grounds, setGrounds] = useState<Grounds>(NO_GROUNDS);
  const next = useNext(api, detail.id);
  useNextKey(useCallback(() => void next(), [next]));

  const carryOut = async (action: ReviewAction): Promise<void> => {
    const carriedOut = await decide(action, {
      reason: needsReason(action) ? reason : '',
      about,
      grounds: isTakenFromMaker(action) ? grounds : NO_GROUNDS,
    });
    setAsking(null);
    if (!carriedOut) return;
    setReason('');
    setAbout([]);
    setGrounds(NO_GROUNDS);
    onReload();
  };
  const reload = (): void => {
    forget();
    onReload();
  };

  return (
    <>
      <Page.Title>{detail.title ?? text('queue.untitled')}</Page.Title>
      <ReviewHeader
        api={api}
        detail={detail}
        onNext={() => void next()}
        actions={
          <DecisionButtons
            detail={detail}
            busy={busy}
            stale={stale}
            onChoose={(action) => (needsReason(action) ? setAsking(action) : void carryOut(action))}
          />
        }
      />
      <Layouts.Content>
        {stale && <StaleAlert onReload={reload} />}
        <Grid.Root gap={5}>
          <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch">
            <Difference detail={detail} />
          </Grid.Item>
          <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
            <Flex direction="column" alignItems="stretch" gap={5}>
              <ContributorBox contributor={detail.contributor} />
              {detail.message && (
                <PanelBox title={text('review.message')}>
                  <Note>{detail.message}</Note>
                </PanelBox>
              )}
              <PanelBox title={text('log.title')}>
                <LogList log={detail.log} model={detail.contentType} />
              </PanelBox>
            </Flex>
          </Grid.Item>
        </Grid.Root>
        <Box paddingTop={5}>
          <Note>{text('review.next.key')}</Note>
        </Box>
      </Layouts.Content>
      {asking && (
        <TemplatedReasonDialog
          api={api}
          action={asking}
          language={detail.contributor?.language ?? null}
          busy={busy}
          reason={reason}
          onReason={setReason}
          choice={<AboutField detail={detail} about={about} onAbout={setAbout} />}
          grounds={grounds}
          onGrounds={setGrounds}
          onConfirm={() => void carryOut(asking)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
