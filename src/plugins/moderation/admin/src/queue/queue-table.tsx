import { Box, EmptyStateLayout, Flex, Table, Tbody, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { Page } from '../api/contract';
import type { Loaded } from '../api/use-loaded';
import { FailureNote, Loading } from '../components/notes';
import { Pager } from '../components/pager';
import { useText } from '../translations/use-text';

interface Props<T> {
  readonly label: string;
  readonly columns: readonly string[];
  readonly loaded: Loaded<Page<T>>;
  readonly onPage: (page: number) => void;
  readonly row: (item: T) => ReactNode;
}

/** A page of things that wait, as a table; scrolls on its own where the window is narrow. */
export function QueueTable<T>({ label, columns, loaded, onPage, row }: Props<T>) {
  const text = useText();
  const { value, failure, reload } = loaded;
  if (failure) return <FailureNote failure={failure} onRetry={reload} />;
  if (!value) return <Loading />;
  if (value.data.length === 0)
    return (
      <Box role="status">
        <EmptyStateLayout content={text('queue.empty')} />
      </Box>
    );
  return (
    <Flex direction="column" alignItems="stretch">
      <Table colCount={columns.length} rowCount={value.data.length + 1} aria-label={label}>
        <Thead>
          <Tr>
            {columns.map((column) => (
              <Th key={column}>
                <Typography variant="sigma" textColor="neutral600">
                  {column}
                </Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>{value.data.map(row)}</Tbody>
      </Table>
      <Pager pagination={value.meta.pagination} onPage={onPage} />
    </Flex>
  );
}
