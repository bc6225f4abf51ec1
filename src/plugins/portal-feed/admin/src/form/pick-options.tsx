import { Box, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import type { Option } from '../domain/matching-options';
import { useText } from '../translations/use-text';

interface Props {
  readonly id: string;
  readonly label: string;
  /** `null` if the list is closed. */
  readonly options: readonly Option[] | null;
  readonly active: number;
  readonly onPick: (option: Option) => void;
}

/** The list below a search field. The focus stays in the field; the active option is marked and scrolled into view. */
export function PickOptions({ id, label, options, active, onPick }: Props) {
  const text = useText();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <Box
      hidden={!options}
      position="absolute"
      top="calc(100% + 4px)"
      left={0}
      right={0}
      zIndex={2}
      background="neutral0"
      borderColor="neutral150"
      shadow="filterShadow"
      hasRadius
      padding={1}
      maxHeight="24rem"
      overflow="auto"
      // Pressing the mouse button would take the focus from the field, which closes the list before the click.
      onMouseDown={(event: { preventDefault(): void }) => event.preventDefault()}
    >
      <ul id={id} role="listbox" aria-label={label} ref={list}>
        {options?.map((option, index) => (
          <Box
            key={option.value}
            tag="li"
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            background={index === active ? 'primary100' : 'neutral0'}
            padding={2}
            paddingLeft={3}
            hasRadius
            cursor="pointer"
            onClick={() => onPick(option)}
          >
            <Typography textColor={index === active ? 'primary700' : 'neutral800'}>{option.label}</Typography>
          </Box>
        ))}
      </ul>
      {options?.length === 0 && (
        <Box padding={3}>
          <Typography textColor="neutral600">{text('pick.none')}</Typography>
        </Box>
      )}
    </Box>
  );
}
