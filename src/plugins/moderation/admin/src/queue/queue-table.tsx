import {
  Box,
  EmptyStateLayout,
  Flex,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { PageOf } from '../../../../../admin/parts/page-of';
import type { Loaded } from '../../../../../admin/parts/use-loaded';
import { FailureNote, Loading } from '../../../../../admin/parts/notes';
import { Pager } from '../../../../../admin/parts/pager';
import { useText } from '../translations/use-text';

export interface Column<T> {
  readonly label: string;
  readonly cell: (item: T) => ReactNode;
}

interface Props<T> {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly loaded: Loaded<PageOf<T>>;
  readonly onPage: (page: number) => void;
}

/**
 * A page of things that wait, as a table; scrolls on its own where the window is narrow. The design system moves the
 * keyboard's focus from cell to cell, for which rows and cells have to be its own elements, not components around them.
 */
export function QueueTable<T extends { id: string | number }>({ label, columns, loaded, onPage }: Props<T>) {
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
              <Th key={column.label}>
                <Typography variant="sigma" textColor="neutral600">
                  {column.label}
                </Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {value.data.map((item) => (
            <Tr key={item.id}>
              {columns.map((column) => (
                <Td key={column.label}>{column.cell(item)}</Td>
              ))}
            </Tr>
          ))}
        </Tbody>
      </Table>
      <Pager pagination={value.meta.pagination} onPage={onPage} />
    </Flex>
  );
}
