-- Types that an older release gave to categories: schema.org has no ButcherShop, and a TaxiService is no place.
update categories set schema_type = 'GroceryStore' where schema_type = 'ButcherShop';
update categories set schema_type = 'LocalBusiness' where schema_type = 'TaxiService';
