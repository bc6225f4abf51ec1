import { Box } from '@strapi/design-system';
import type { ModerationApi } from '../api/use-moderation-api';
import { FailureNote, Loading } from '#src/admin/components/notes';
import { TemplateManager } from '../templates/template-manager';
import { useTemplates } from '../templates/use-templates';

/** The reason templates, to be edited outside of a decision. */
export function TemplatesTab({ api }: { api: ModerationApi }) {
  const { value, failure, reload } = useTemplates(api);
  if (failure) return <FailureNote failure={failure} onRetry={reload} />;
  if (!value) return <Loading />;
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <TemplateManager api={api} templates={value} onChanged={reload} />
    </Box>
  );
}
