-- A tenant's database, with a role of its own that gets into no other one (docs/adr/0011-one-database-per-tenant.md).
-- As superuser, once for each tenant:
--   psql -v tenant=lebong -v password="$(openssl rand -hex 24)" -f infra/postgres/tenant.sql postgres
create role :"tenant" login password :'password' nosuperuser nocreatedb nocreaterole noreplication connection limit 120;
create database :"tenant" owner :"tenant" encoding 'UTF8' template template0;
revoke all on database :"tenant" from public;
-- What PostgreSQL brings lets everybody in, too.
revoke all on database postgres from public;
revoke all on database template1 from public;
