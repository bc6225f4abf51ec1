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

/** Set in the address of a read-only form, since Strapi rebuilds the layout when the address changes. */
export const READ_ONLY = 'readOnly';

const disabled = <F extends Field>(row: readonly F[]): F[] =>
  row.map((field) => ({ ...field, disabled: true }));

// Not the query that Strapi passes to the first hook, because another plugin's hook does not pass it on.
const isReadOnly = (): boolean => new URLSearchParams(window.location.search).get(READ_ONLY) === 'true';

/** The layout of a form with all fields read-only, including those of components. */
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
