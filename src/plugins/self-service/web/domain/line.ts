interface Hit {
  readonly address?: {
    readonly street?: string | null;
    readonly houseNumber?: string | null;
    readonly postcode?: string | null;
    readonly place?: string | null;
  } | null;
}

const joined = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(' ');

/** Where a business is, in one line: "Betenstraße 1, 44137 Dortmund". */
export const lineOf = ({ address }: Hit): string =>
  [joined(address?.street, address?.houseNumber), joined(address?.postcode, address?.place)]
    .filter((part) => part !== '')
    .join(', ');
