-- For the constraint that a slug identifies one document of its type (src/bootstrap/type-indexes.ts). btree_gist is a
-- trusted extension: the owner of the database may create it.
create extension if not exists btree_gist;
