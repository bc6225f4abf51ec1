interface Field {
  readonly disabled?: boolean;
}

interface Layout {
  readonly layout: readonly (readonly (readonly Field[])[])[];
  readonly components: Readonly<Record<string, { readonly layout: readonly (readonly Field[])[] }>>;
}

interface LayoutArguments {
  readonly layout: Layout;
  readonly query?: unknown;
}

/** In the address of a form that is only to be read: Strapi makes the layout anew where the address changes. */
export const READ_ONLY = 'readOnly';

const disabled = <F extends Field>(row: readonly F[]): F[] =>
  row.map((field) => ({ ...field, disabled: true }));

// Not the query that Strapi hands to the first hook: another plugin's hook does not pass it on.
const isReadOnly = (): boolean => new URLSearchParams(window.location.search).get(READ_ONLY) === 'true';

/** The layout of a form whose fields are only to be read, those of components too. */
export function readOnlyLayout({ layout, query }: LayoutArguments): LayoutArguments {
  if (!isReadOnly()) return { layout, query };
  const components = Object.entries(layout.components).map(([uid, component]) => [
    uid,
    { ...component, layout: component.layout.map(disabled) },
  ]);
  return {
    query,
    layout: {
      ...layout,
      layout: layout.layout.map((panel) => panel.map(disabled)),
      components: Object.fromEntries(components) as Layout['components'],
    },
  };
}
