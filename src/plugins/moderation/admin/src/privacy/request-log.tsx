import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { formatTime } from '#src/admin/components/domain/formats';
import type { PageOf } from '#src/admin/components/page-of';
import { PagedTable } from '#src/admin/components/paged-table';
import { PanelBox } from '#src/admin/components/panel-box';
import type { Loaded } from '#src/admin/components/use-loaded';
import type { DataRequestLine } from '#src/plugins/moderation/server/src/panel-contract';
import { useText } from '../translations/use-text';

interface Props {
  readonly loaded: Loaded<PageOf<DataRequestLine>>;
  readonly onPage: (page: number) => void;
}

/** What was asked and done, when and by whom; never about whom. */
export function RequestLog({ loaded, onPage }: Props) {
  const text = useText();
  const { locale } = useIntl();
  const who = ({ editor }: DataRequestLine): string =>
    editor ? (editor.name ?? text('privacy.log.editor-gone')) : text('privacy.log.person');
  return (
    <PanelBox title={text('privacy.log')}>
      <Typography tag="p" textColor="neutral600">
        {text('privacy.log.hint')}
      </Typography>
      <PagedTable
        label={text('privacy.log')}
        empty={text('privacy.log.empty')}
        columns={[
          {
            label: text('privacy.log.at'),
            cell: ({ at }) => <Typography>{formatTime(at, locale)}</Typography>,
          },
          {
            label: text('privacy.log.what'),
            cell: ({ what }) => <Typography>{text(`privacy.what.${what}`)}</Typography>,
          },
          {
            label: text('privacy.log.whose'),
            cell: ({ whose }) => <Typography>{text(`privacy.whose.${whose}`)}</Typography>,
          },
          {
            label: text('privacy.log.who'),
            cell: (line) => <Typography>{who(line)}</Typography>,
          },
        ]}
        loaded={loaded}
        onPage={onPage}
      />
    </PanelBox>
  );
}
