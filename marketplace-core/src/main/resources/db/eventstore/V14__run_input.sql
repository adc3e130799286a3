-- The facts a run was given, at its beginning (stage 0) and after each change of them, as it is run again. What they say about people is encrypted with the key of each.
create table run_input (
    run    uuid        not null,
    stage  int         not null,
    plan   uuid        not null,
    common bytea       not null, -- works, seats, who is where or not to be proposed (by id), policy: JSON
    kept   timestamptz not null default clock_timestamp(),
    primary key (run, stage)
);
create index on run_input (plan, kept);
create table run_input_person (
    run    uuid  not null,
    stage  int   not null,
    person uuid  not null,
    facts  bytea,                -- null: erased before they were kept
    primary key (run, stage, person),
    foreign key (run, stage) references run_input on delete cascade
);

-- A question about a run whose answer takes a while: does it come out the same again, or why is this person not in it.
create table run_inquiry (
    id             uuid        primary key,
    plan           uuid        not null,
    run            uuid        not null,
    person         uuid,                 -- null: run it again
    state          text        not null default 'running',
    stop_requested boolean     not null default false,
    asked_at       timestamptz not null default clock_timestamp(),
    ended_at       timestamptz,
    answer         bytea                 -- JSON; encrypted with the key of the person, if it is about one
);
create index on run_inquiry (plan, asked_at);
