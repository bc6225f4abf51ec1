-- Indexes for single content types; those that every public type needs are created by src/bootstrap/type-indexes.ts.
-- (Until 2026-11 lists were ordered by id, which changes with every publish.)
drop index if exists sv_businesses_public;
drop index if exists sv_offers_public;
drop index if exists sv_campaigns_public;
drop index if exists sv_advisory_contacts_public;
drop index if exists sv_organisations_public;
-- Feeds and lists of notices come newest first.
create index if not exists sv_press_notices_public on press_notices (locale, published_on desc) where published_at is not null;
-- The most requested order.
create index if not exists sv_businesses_named on businesses (locale, name, document_id) where published_at is not null;
