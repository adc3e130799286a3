create table plan (
    id           uuid primary key,
    hrbp         uuid        not null,
    name         text        not null,
    org_units    uuid[]      not null,
    state        text        not null,
    run          uuid,
    failure      text,
    created_at   timestamptz not null,
    started_at   timestamptz,
    finished_at  timestamptz
);
create index on plan (hrbp);

create table plan_proposal (
    id       uuid primary key,
    plan     uuid  not null,
    number   int   not null,
    gig      uuid  not null,
    seat     int   not null,
    employee uuid  not null,
    score    int   not null,
    parts    jsonb not null,
    state    text  not null,
    reason   text
);
create index on plan_proposal (plan);

create table plan_empty_seat (
    plan    uuid not null,
    gig     uuid not null,
    seat    int  not null,
    because text not null,
    primary key (plan, gig, seat)
);
