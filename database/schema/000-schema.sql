-- Everything of ours that is not a Strapi table is in this schema (docs/architecture.md).
create schema if not exists stadtverbund;
