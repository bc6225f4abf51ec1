import type { StrapiApp } from '@strapi/strapi/admin';
import { panelTextsIn } from './translations/languages';
import { DISPLAY_NAMES } from './translations/messages';
import type { ModelText } from '../languages/field-texts';
import type { PanelTexts } from './translations/panel-texts';

const EDIT_VIEW_LAYOUT = 'Admin/CM/pages/EditView/mutate-edit-view-layout';

interface Field {
  name: string;
  hint?: string;
}
type Row = Field[];
interface EditLayout {
  layout: Row[][];
  components: Record<string, { layout: Row[] }>;
  settings: { displayName?: string };
}
interface HookArguments {
  layout: EditLayout;
  query: unknown;
}

/**
 * Puts our help texts below the fields of the edit view, in the language of the panel. Strapi translates labels but not
 * help texts. A text that an admin has entered under "Configure the view" takes precedence.
 */
export function addHelpTexts(app: StrapiApp): void {
  app.registerHook(EDIT_VIEW_LAYOUT, ({ layout, query }: HookArguments): HookArguments => {
    return { query, layout: withHelp(layout, panelTextsIn(document.documentElement.lang)) };
  });
}

function withHelp(layout: EditLayout, texts: PanelTexts): EditLayout {
  const type = typeByDisplayName(texts, layout.settings.displayName);
  const components = Object.entries(layout.components).map(([uid, component]) => [
    uid,
    { ...component, layout: rowsWithHelp(component.layout, texts.components[uid]) },
  ]);
  return {
    ...layout,
    layout: layout.layout.map((panel) => rowsWithHelp(panel, type)),
    components: Object.fromEntries(components) as EditLayout['components'],
  };
}

// The layout identifies its type only by display name.
function typeByDisplayName(texts: PanelTexts, displayName: string | undefined): ModelText | undefined {
  const uid = Object.keys(DISPLAY_NAMES).find((key) => DISPLAY_NAMES[key] === displayName);
  return uid === undefined ? undefined : texts.types[uid];
}

function rowsWithHelp(rows: Row[], model: ModelText | undefined): Row[] {
  if (!model) return rows;
  return rows.map((row) =>
    row.map((field) => ({ ...field, hint: field.hint || model.fields[field.name]?.[1] })),
  );
}
