import { Button, Field, Flex, Link, TextInput } from '@strapi/design-system';
import { ArrowLeft, Check } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { PanelBox } from '#src/admin/components/panel-box';
import type { Choices, Portal } from '#src/plugins/portal-feed/server/src/contract';
import type { FeedApi } from '../api/use-feed-api';
import { SecretsDialog } from '../secrets/secrets-dialog';
import { useText } from '../translations/use-text';
import { FilterChangeChoice } from './filter-change-choice';
import { FilterFields } from './filter-fields';
import { usePortalForm } from './use-portal-form';

const FORM = 'portal-feed-portal';

interface Props {
  readonly api: FeedApi;
  readonly choices: Choices;
  /** Absent for a new one. */
  readonly portal: Portal | null;
}

/** Name, contact, target and filter of a portal. */
export function PortalForm({ api, choices, portal }: Props) {
  const text = useText();
  const form = usePortalForm(api, portal);
  const { draft, change, messages } = form;
  const title = portal ? text('form.edit', { name: portal.name }) : text('form.new');
  return (
    <form id={FORM} noValidate onSubmit={form.submit}>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        navigationAction={
          <Link tag={RouterLink} to=".." relative="path" startIcon={<ArrowLeft />}>
            {portal ? text('form.back-to-portal') : text('portal.back')}
          </Link>
        }
        primaryAction={
          <Button type="submit" startIcon={<Check />} loading={form.busy}>
            {portal ? text('form.save') : text('form.create')}
          </Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          <PanelBox title={text('form.portal')}>
            <TextField
              name="name"
              label={text('field.name')}
              hint={text('field.name.hint')}
              required
              value={draft.name}
              error={messages.name}
              onChange={(name) => change({ name })}
            />
            <TextField
              name="contactEmail"
              type="email"
              label={text('field.contact')}
              hint={text('field.contact.hint')}
              required
              value={draft.contactEmail}
              error={messages.contactEmail}
              onChange={(contactEmail) => change({ contactEmail })}
            />
            <TextField
              name="url"
              type="url"
              label={text('field.url')}
              hint={text('field.url.hint')}
              value={draft.url}
              error={messages.url}
              onChange={(url) => change({ url })}
            />
          </PanelBox>
          <FilterFields draft={draft} choices={choices} messages={messages} onChange={change} />
          {portal && form.filterChanged && (
            <FilterChangeChoice value={form.onFilterChange} onChange={form.setOnFilterChange} />
          )}
        </Flex>
      </Layouts.Content>
      {form.issued && <SecretsDialog issued={form.issued} onClose={form.leave} />}
    </form>
  );
}

interface TextFieldProps {
  readonly name: string;
  readonly type?: string;
  readonly label: string;
  readonly hint: string;
  readonly required?: boolean;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function TextField({ name, type = 'text', label, hint, required, value, error, onChange }: TextFieldProps) {
  return (
    <Field.Root name={name} hint={hint} required={required} error={error} maxWidth="64rem">
      <Field.Label>{label}</Field.Label>
      <TextInput
        type={type}
        value={value}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
