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
import { FailureNote, Loading } from './notes';
import type { PageOf } from './page-of';
import { Pager } from './pager';
import type { Loaded } from './use-loaded';

export interface Column<T> {
  readonly label: string;
  readonly cell: (item: T) => ReactNode;
}

interface Props<T> {
  readonly label: string;
  /** Shown instead of a table without rows. */
  readonly empty: string;
  readonly columns: readonly Column<T>[];
  readonly loaded: Loaded<PageOf<T>>;
  readonly onPage: (page: number) => void;
}

/**
 * A page of a list as a table, which scrolls separately in a narrow window. The design system moves the keyboard focus
 * from cell to cell, which works only if rows and cells are its own elements, not wrapped in components.
 */
export function PagedTable<T extends { id: string | number }>({
  label,
  empty,
  columns,
  loaded,
  onPage,
}: Props<T>) {
  const { value, failure, reload } = loaded;
  if (!value) return failure ? <FailureNote failure={failure} onRetry={reload} /> : <Loading />;
  if (value.data.length === 0)
    return (
      <Box role="status">
        <EmptyStateLayout content={empty} />
      </Box>
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {failure && <FailureNote failure={failure} onRetry={reload} />}
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
