-- One link for each event, in the order in which events are read: see docs/audit-chain.md, which has a query that checks
-- them without any code of ours.
create table audit_link (
    events bigint primary key, -- how many there are up to this one
    xid    xid8   not null,
    number bigint not null,
    hash   bytea  not null
);

-- Every key that has ever signed a head. A former one is kept, because its signatures are.
create table audit_key (
    id         text primary key,
    public_key text        not null,
    since      timestamptz not null default now()
);

-- What was signed: the newest of each hour, so that years of it are checked in seconds.
create table audit_head (
    hour      timestamptz primary key,
    events    bigint      not null,
    position  text        not null,
    hash      text        not null,
    at        timestamptz not null,
    key       text references audit_key,
    signature text
);

-- Verifications asked for, for whoever watches them or asks them to stop.
create table audit_verification (
    id             uuid primary key,
    state          text        not null default 'running',
    done           bigint      not null default 0,
    total          bigint      not null default 0,
    head           text, -- as it was handed in
    result         text,
    asked_at       timestamptz not null default now(),
    ended_at       timestamptz,
    stop_requested boolean     not null default false
);
create unique index audit_verification_one_at_a_time on audit_verification ((true)) where state = 'running';
