import { Box, Field, Flex, TextInput } from '@strapi/design-system';
import { HiddenText } from '../components/hidden-text';
import type { BoundingBox } from '#src/plugins/portal-feed/server/src/contract';
import { EDGES, boxOf, boxTexts, type BoxDraft, type Edge } from '../domain/form-draft';
import { useText } from '../translations/use-text';
import { BoxMap } from './box-map';
import { FlagField } from './flag-field';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly box: BoxDraft | null;
  /** Where a new box starts. */
  readonly city: BoundingBox | null;
  /** What is wrong with the whole, and with an edge. */
  readonly messageAt: (edge?: Edge) => string | undefined;
  readonly onChange: (box: BoxDraft | null) => void;
}

const EMPTY: BoxDraft = { north: '', south: '', west: '', east: '' };

/** A part of the map, as four numbers; the drawing shows where in the city it lies. */
export function BoxFields({ label, hint, box, city, messageAt, onChange }: Props) {
  const text = useText();
  const drawn = box && boxOf(box);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <FlagField
        label={label}
        hint={hint}
        error={messageAt()}
        checked={box !== null}
        onChange={(checked) => onChange(checked ? (city ? boxTexts(city) : EMPTY) : null)}
      />
      {box && (
        <Flex gap={5} alignItems="flex-start" wrap="wrap">
          <Box
            tag="fieldset"
            style={{
              border: 'none',
              padding: 0,
              margin: 0,
              minWidth: 0,
              flex: '1 1 28rem',
              maxWidth: '42rem',
              display: 'grid',
              gap: '1.2rem',
              gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
            }}
          >
            <legend>
              <HiddenText>{label}</HiddenText>
            </legend>
            {EDGES.map((edge) => (
              <Field.Root key={edge} name={edge} required error={messageAt(edge)}>
                <Field.Label>{text(`field.box.${edge}`)}</Field.Label>
                <TextInput
                  inputMode="decimal"
                  value={box[edge]}
                  onChange={(event) => onChange({ ...box, [edge]: event.currentTarget.value })}
                />
                <Field.Error />
              </Field.Root>
            ))}
          </Box>
          {city && drawn && <BoxMap city={city} box={drawn} />}
        </Flex>
      )}
    </Flex>
  );
}
