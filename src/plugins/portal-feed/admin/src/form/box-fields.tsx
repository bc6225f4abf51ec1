import { Box, Checkbox, Field, Flex, TextInput } from '@strapi/design-system';
import { HiddenText } from '../components/hidden-text';
import type { BoundingBox } from '#src/plugins/portal-feed/server/src/contract';
import { EDGES, boxOf, boxTexts, type Edge, type FormDraft } from '../domain/form-draft';
import { useText } from '../translations/use-text';
import { BoxMap } from './box-map';
import type { FieldMessages } from './use-portal-form';

interface Props {
  readonly box: FormDraft['box'];
  /** Where a new box starts. */
  readonly city: BoundingBox | null;
  readonly messages: FieldMessages;
  readonly onChange: (box: FormDraft['box']) => void;
}

const EMPTY: Record<Edge, string> = { north: '', south: '', west: '', east: '' };

/** A part of the map as four numbers; the drawing shows where in the city it is. */
export function BoxFields({ box, city, messages, onChange }: Props) {
  const text = useText();
  const drawn = boxOf(box);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Checkbox
        checked={box !== null}
        onCheckedChange={(checked) => onChange(checked === true ? (city ? boxTexts(city) : EMPTY) : null)}
      >
        {text('field.box')}
      </Checkbox>
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
              <HiddenText>{text('field.box')}</HiddenText>
            </legend>
            {EDGES.map((edge) => (
              <Field.Root key={edge} name={edge} required error={messages[`filter.boundingBox.${edge}`]}>
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
          {city && drawn && drawn !== 'incomplete' && <BoxMap city={city} box={drawn} />}
        </Flex>
      )}
    </Flex>
  );
}
