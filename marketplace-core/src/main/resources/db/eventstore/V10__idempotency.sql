-- The step of a request that an event came from, where the request had an idempotency key: on the first of the step's
-- events only, so that the index lets no step happen twice.
alter table event add command uuid;
create unique index event_once_per_command on event (command) where command is not null;

-- The same of a run that was asked to stop, for which there is no event.
alter table plan_progress add stop_command uuid;
create unique index plan_progress_once_per_command on plan_progress (stop_command) where stop_command is not null;

-- What requests with an Idempotency-Key came to. Hashes instead of what callers sent, and replies without personal data.
create table idempotency_key (
    scope    bytea       primary key, -- of caller, method, path and key
    body     bytea       not null,    -- of what was sent with it
    id       uuid        not null default gen_random_uuid(), -- what follows from the key is named after this
    created  timestamptz not null default clock_timestamp(),
    attempts int         not null default 1,
    holder   uuid,                    -- the attempt under way
    lease    timestamptz,             -- the end of its time
    status   int,                     -- of the reply, once there is one
    location text,
    position text,
    type     text,
    reply    bytea
);
create index on idempotency_key (created);
