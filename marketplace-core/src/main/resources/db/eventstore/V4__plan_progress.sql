-- How far a plan's run has come: written by the node that solves, read by whoever watches, asked to stop by anybody.
create table plan_progress (
    run            uuid primary key,
    elapsed_ms     bigint  not null default 0,
    filled         int     not null default 0,
    seats          int     not null default 0,
    fit            bigint  not null default 0,
    stop_requested boolean not null default false
);
