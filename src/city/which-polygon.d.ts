declare module 'which-polygon' {
  interface Collection<Properties> {
    readonly features: readonly { readonly properties: Properties }[];
  }

  /** @returns the properties of the feature in which [longitude, latitude] lies; the first one if there are several */
  function whichPolygon<Properties>(
    collection: Collection<Properties>,
  ): (point: readonly [longitude: number, latitude: number]) => Properties | null;

  export = whichPolygon;
}
