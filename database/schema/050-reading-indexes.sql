-- Lists of what is public: the published rows of a locale in the order they are shown in, without the drafts between
-- them; the count of a list reads the index alone. Measured on 10,000 businesses: docs/adr/0027.
-- (Until 2026-11 the order was that of ids, which a publish makes anew.)
drop index if exists sv_businesses_public;
drop index if exists sv_offers_public;
drop index if exists sv_campaigns_public;
drop index if exists sv_advisory_contacts_public;
drop index if exists sv_organisations_public;
create index if not exists sv_businesses_listed on businesses (locale, document_id) where published_at is not null;
create index if not exists sv_offers_listed on offers (locale, document_id) where published_at is not null;
create index if not exists sv_campaigns_listed on campaigns (locale, document_id) where published_at is not null;
create index if not exists sv_advisory_contacts_listed on advisory_contacts (locale, document_id) where published_at is not null;
create index if not exists sv_organisations_listed on organisations (locale, document_id) where published_at is not null;
create index if not exists sv_press_notices_listed on press_notices (locale, document_id) where published_at is not null;
-- Feeds and lists of notices come newest first.
create index if not exists sv_press_notices_public on press_notices (locale, published_on desc) where published_at is not null;
-- The orders and the lookup that sites ask for most.
create index if not exists sv_businesses_named on businesses (locale, name, document_id) where published_at is not null;
create index if not exists sv_businesses_slug on businesses (slug, locale) where published_at is not null;
create index if not exists sv_press_notices_slug on press_notices (slug, locale) where published_at is not null;
-- When something public next changes by time alone (the response cache asks once a version).
create index if not exists sv_offers_ending on offers (valid_through) where published_at is not null;
create index if not exists sv_advisory_contacts_ending on advisory_contacts (valid_through) where published_at is not null;
create index if not exists sv_press_notices_coming on press_notices (published_on) where published_at is not null;
create index if not exists sv_campaigns_starting on campaigns (starts_at) where published_at is not null;
create index if not exists sv_campaigns_ending on campaigns (ends_at) where published_at is not null;
