import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowLeft, ArrowRight } from '@strapi/icons';
import type { Pagination } from './page-of';
import { useSharedText } from './use-shared-text';

/** Buttons for the previous and next page; nothing if there is only one page. */
export function Pager({ pagination, onPage }: { pagination: Pagination; onPage: (page: number) => void }) {
  const text = useSharedText();
  const { page, pageCount } = pagination;
  if (pageCount <= 1) return null;
  return (
    <Flex tag="nav" gap={3} justifyContent="flex-end" paddingTop={4} wrap="wrap">
      <Button
        variant="tertiary"
        startIcon={<ArrowLeft />}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      >
        {text('page.previous')}
      </Button>
      <Typography aria-live="polite">{text('page.of', { page, count: pageCount })}</Typography>
      <Button
        variant="tertiary"
        endIcon={<ArrowRight />}
        disabled={page >= pageCount}
        onClick={() => onPage(page + 1)}
      >
        {text('page.next')}
      </Button>
    </Flex>
  );
}
