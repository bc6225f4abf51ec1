import { ListCell } from './list-cell';

interface Address {
  street?: string | null;
  houseNumber?: string | null;
  postcode?: string | null;
  place?: string | null;
}

/** An address on one line: Ostwall 17, 44135 Dortmund. */
export function AddressCell({ value }: { value: unknown }) {
  const { street, houseNumber, postcode, place } = (value ?? {}) as Address;
  const parts = [
    [street, houseNumber],
    [postcode, place],
  ];
  const lines = parts.map((part) => part.filter(Boolean).join(' ')).filter(Boolean);
  return <ListCell text={lines.join(', ')} />;
}
