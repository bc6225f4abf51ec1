import { Accordion, Box, Divider, Flex, Typography } from '@strapi/design-system';
import { Fragment } from 'react';
import { useIntl } from 'react-intl';
import type {
  FieldDifference as FieldDiff,
  LocaleDifference,
} from '#src/plugins/moderation/server/src/domain/diff';
import type { ReviewDetail, ShownAttribute } from '#src/plugins/moderation/server/src/panel-contract';
import { useLabels, useSchemas } from '../api/use-schemas';
import { Loading, Note } from '#src/admin/components/notes';
import { PanelBox } from '#src/admin/components/panel-box';
import { WordBadge } from '#src/admin/components/word-badge';
import { arrangeDiff, type DiffSection } from '../domain/arrange-diff';
import { languageName } from '../domain/language-name';
import { isEmpty } from '../domain/value-kind';
import { useText } from '../translations/use-text';
import { FieldDifference } from './field-difference';
import { FieldValue, type Context } from './field-value';

/** The full difference between the public and the submitted version, by language, with unchanged fields collapsed. */
export function Difference({ detail }: { detail: ReviewDetail }) {
  const text = useText();
  const schemas = useSchemas();
  const labels = useLabels(schemas);
  const schema = schemas.byUid.get(detail.contentType);
  if (!schema) return <Loading />;
  const localized = schema.pluginOptions?.i18n?.localized === true;
  const sections = arrangeDiff(
    detail.difference,
    (name) => !localized || schema.attributes[name]?.pluginOptions?.i18n?.localized !== true,
  );
  const context = { schemas, labels, currency: currencyOf(detail.difference) };
  const isNew = detail.difference.every(({ status }) => status === 'added');
  return (
    <PanelBox title={text('review.difference')}>
      {sections.every(({ changed }) => changed.length === 0) && <Note>{text('review.no-change')}</Note>}
      {isNew && <Note>{text('review.before.none')}</Note>}
      {sections.map((section) => (
        <Section
          key={section.locale ?? ''}
          section={section}
          detail={detail}
          context={context}
          // If everything is new, this is said once above.
          quiet={isNew}
        />
      ))}
    </PanelBox>
  );
}

function currencyOf(difference: readonly LocaleDifference[]): string {
  const entry = difference.flatMap(({ fields }) => fields).find(({ name }) => name === 'currency');
  const currency = entry?.after ?? entry?.before;
  return typeof currency === 'string' ? currency : 'EUR';
}

interface SectionProps {
  readonly section: DiffSection;
  readonly detail: ReviewDetail;
  readonly context: Context;
  readonly quiet: boolean;
}

function Section({ section, detail, context, quiet }: SectionProps) {
  const text = useText();
  const isNew = section.status === 'added';
  const changed = section.changed.filter(({ after }) => !isNew || !isEmpty(after));
  const unchanged = section.unchanged.filter(({ after }) => !isEmpty(after));
  const attributeOf = ({ name }: FieldDiff): ShownAttribute =>
    detail.attributes.find((attribute) => attribute.name === name) ?? { name, type: '' };
  const labelOf = ({ name }: FieldDiff): string => context.labels.ofField(detail.contentType, name);
  if (changed.length + unchanged.length === 0) return null;
  return (
    <Box paddingTop={2}>
      <Flex gap={2} paddingBottom={1} borderStyle="solid" borderWidth="0 0 2px 0" borderColor="neutral200">
        <SectionTitle locale={section.locale} />
        {isNew && !quiet && <WordBadge variant="success">{text('review.added')}</WordBadge>}
        {section.status === 'removed' && <WordBadge variant="danger">{text('review.removed')}</WordBadge>}
      </Flex>
      {changed.map((field, index) => (
        <Fragment key={field.name}>
          {index > 0 && <Divider />}
          <FieldDifference
            field={field}
            attribute={attributeOf(field)}
            label={labelOf(field)}
            hasBefore={!isNew}
            context={context}
          />
        </Fragment>
      ))}
      {unchanged.length > 0 && (
        <Unchanged fields={unchanged} attributeOf={attributeOf} labelOf={labelOf} context={context} />
      )}
    </Box>
  );
}

function SectionTitle({ locale }: { locale: string | null }) {
  const text = useText();
  const { locale: language } = useIntl();
  return (
    <Typography variant="delta" fontWeight="bold" tag="h3">
      {locale ? text('review.locale', { language: languageName(locale, language) }) : text('review.facts')}
    </Typography>
  );
}

interface UnchangedProps {
  readonly fields: readonly FieldDiff[];
  readonly attributeOf: (field: FieldDiff) => ShownAttribute;
  readonly labelOf: (field: FieldDiff) => string;
  readonly context: Context;
}

function Unchanged({ fields, attributeOf, labelOf, context }: UnchangedProps) {
  const text = useText();
  return (
    <Box paddingTop={2}>
      <Accordion.Root size="S" collapsible>
        <Accordion.Item value="unchanged">
          <Accordion.Header>
            <Accordion.Trigger>{text('review.unchanged', { count: fields.length })}</Accordion.Trigger>
          </Accordion.Header>
          <Accordion.Content>
            <Flex tag="dl" direction="column" alignItems="stretch" gap={4} padding={5}>
              {fields.map((field) => (
                <Box key={field.name}>
                  <Typography tag="dt" fontWeight="bold">
                    {labelOf(field)}
                  </Typography>
                  <Box tag="dd" margin={0}>
                    <FieldValue
                      {...attributeOf(field)}
                      value={field.after}
                      other={field.after}
                      side="after"
                      context={context}
                    />
                  </Box>
                </Box>
              ))}
            </Flex>
          </Accordion.Content>
        </Accordion.Item>
      </Accordion.Root>
    </Box>
  );
}
