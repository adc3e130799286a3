-- The latest rebuild of each read model: worked on by one node, watched and stopped from all.
create table rebuild (
    model   text primary key,
    id      uuid        not null,
    state   text        not null,
    batch   int         not null,
    version int         not null, -- of the read models' schema: tables of another are of no use
    begun   timestamptz not null default now(),
    ended   timestamptz,
    done    bigint      not null default 0,
    total   bigint      not null default 0,
    failure text
);
