interface Settings {
  plugins: object[];
}

/** Strapi asks for this file when it builds the panel: rooms by their names, as everywhere (docs/adr/0059). */
export default ({ plugins, ...settings }: Settings): Settings => ({
  ...settings,
  plugins: [...plugins, { name: 'rooms', config: () => ({ resolve: { alias: { '#src': '/src' } } }) }],
});
