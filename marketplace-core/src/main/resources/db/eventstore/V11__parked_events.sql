-- Events that a processing group could not handle, each with all that came after it in its sequence. Only where they
-- are: what they say is read from the log, so that no second copy of it has to be upcast, or erased.
create table parked_event (
    id               uuid        primary key default gen_random_uuid(),
    place            bigint      generated always as identity, -- in the order in which they are to be handled
    processing_group text        not null,
    sequence         text        not null,
    stream           text        not null,
    number           bigint      not null,
    replayed         boolean     not null default false,
    parked           timestamptz not null default clock_timestamp(),
    tried            timestamptz,                              -- null for those that only follow another
    tries            int         not null default 0,
    cause            text,
    constraint parked_event_in_its_sequence unique (processing_group, sequence, place),
    constraint parked_event_once unique (processing_group, stream, number)
);
create index on parked_event (place);

-- Who decided that an event should never be handled, and why. A table of its own rather than an event: it is decided
-- about one installation's work, and has to be written in the transaction that takes the event out of the way.
create table dropped_event (
    id               uuid        primary key,
    processing_group text        not null,
    sequence         text        not null,
    stream           text        not null,
    number           bigint      not null,
    parked           timestamptz not null,
    cause            text,
    dropped          timestamptz not null default clock_timestamp(),
    dropped_by       text        not null,
    reason           text        not null
);
create index on dropped_event (dropped);

drop table deadletterentry;
