-- Everything of our own that is not a Strapi table lives here (docs/architecture.md).
create schema if not exists stadtverbund;
