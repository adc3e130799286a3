do $$ begin
    if exists (select from domainevententry) then
        raise exception 'this store was written by an early version whose events could be lost on their way to the '
            'read models: discard it (the embedded one is the folder .traverse) and start again';
    end if;
end $$;
drop table domainevententry, snapshotevententry, tokenentry;

-- Everything that happened. Read from end to end in the order of the primary key, and only below the oldest transaction
-- that is still running: whatever commits later has a greater xid. See EventLog.
create table event (
    xid        xid8        not null default pg_current_xact_id(),
    position   bigint      generated always as identity,
    stream     text        not null,
    sequence   bigint      not null,
    aggregate  text,
    type       text        not null,
    revision   text,
    identifier uuid        not null,
    at         timestamptz not null,
    stored     timestamptz not null default now(), -- by the one clock that all nodes share; used to measure lag only
    metadata   bytea       not null,
    payload    bytea       not null,
    constraint event_in_tail_order primary key (xid, position),
    constraint event_in_its_stream unique (stream, sequence),
    constraint event_once unique (identifier)
);

-- How far each segment of each processor has read, and the node that may move it on.
create table token (
    processor text not null,
    segment   int  not null,
    token     text,
    type      text,
    owner     text,
    claimed   timestamptz,
    primary key (processor, segment)
);
