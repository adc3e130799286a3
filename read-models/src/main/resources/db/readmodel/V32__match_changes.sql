-- In which transaction the facts of a person, or of a gig, were changed last; it stays when they are gone. Whoever holds what
-- it read of them finds here what it has not seen: that of all transactions its own snapshot did not show.
create table match_change (
    id      uuid primary key,
    changed xid8 not null default pg_current_xact_id()
);
create index on match_change (changed);
