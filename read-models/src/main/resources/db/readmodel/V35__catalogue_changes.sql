-- In which transaction a role, or an item of learning, was changed last: see match_change.
create table role_change (
    id      uuid primary key,
    changed xid8 not null default pg_current_xact_id()
);
create index on role_change (changed);

create table learning_change (
    id      uuid primary key,
    changed xid8 not null default pg_current_xact_id()
);
create index on learning_change (changed);
