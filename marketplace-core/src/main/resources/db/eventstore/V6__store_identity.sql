-- Which store this is, for whatever is kept elsewhere and made from its events: it is worthless beside another store.
create table store_identity (
    id uuid primary key default gen_random_uuid()
);
insert into store_identity default values;
