import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { Choice, Choices, PortalFilter } from '#src/plugins/portal-feed/server/src/contract';

type Names = Readonly<Record<keyof Omit<PortalFilter, 'boundingBox'>, (value: string) => string>>;

const labelIn =
  (choices: readonly Choice[] = []) =>
  (value: string): string =>
    choices.find((choice) => choice.value === value)?.label ?? value;

/** The names of a filter's values in the panel's language; a deleted value is shown by its slug. */
export function useChoiceNames(choices: Choices | null): Names {
  const intl = useIntl();
  return useMemo(() => {
    const languages = new Intl.DisplayNames(intl.locale, { type: 'language' });
    return {
      types: (value) => {
        const name = choices?.types.find((type) => type.value === value)?.displayName ?? value;
        // The panel looks up names of types by their display name, as everywhere else.
        return name in intl.messages ? intl.formatMessage({ id: name, defaultMessage: name }) : name;
      },
      categories: labelIn(choices?.categories),
      districts: labelIn(choices?.districts),
      postcodes: (value) => value,
      locales: (value) => languages.of(value) ?? value,
    };
  }, [choices, intl]);
}
