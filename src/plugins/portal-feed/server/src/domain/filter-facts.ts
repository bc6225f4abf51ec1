/** A value of JSON. */
export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact };

/** What filters look at in a public listing, each under its own name (`server/src/filters`). */
export type FilterFacts = Readonly<Record<string, Fact>>;
