import { useIntl } from 'react-intl';
import { WarningsList } from './warnings-list';
import type { StrapiApp } from '@strapi/strapi/admin';
import { contentManagerOf } from '../strapi/panel';

/** Adds the warnings below Strapi's own panels in the side bar of the edit view. */
export function addWarningsPanel(app: StrapiApp): void {
  contentManagerOf(app).apis.addEditViewSidePanel((panels) => [...panels, WarningsPanel]);
}

interface Props {
  model: string;
  documentId?: string;
  document?: { documentId?: string; locale?: string | null; updatedAt?: string };
}

/** Side panel of the edit view: what the server considers doubtful in the saved version of this document. */
export function WarningsPanel({ model, documentId, document }: Props) {
  const intl = useIntl();
  if (!model.startsWith('api::')) return null;
  return {
    title: intl.formatMessage({ id: 'stadtverbund.warnings.title', defaultMessage: 'Warnings' }),
    content: (
      <WarningsList
        model={model}
        // A single type's id is only in the document.
        documentId={documentId ?? document?.documentId}
        locale={document?.locale ?? undefined}
        savedAt={document?.updatedAt}
      />
    ),
  };
}
