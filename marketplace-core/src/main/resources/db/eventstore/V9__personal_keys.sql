do $$ begin
    if exists (select from event) then
        raise exception 'this store was written by an early version that did not encrypt personal data: discard it '
            '(the embedded one is the folder .traverse) and start again';
    end if;
end $$;

-- A schema of its own, so that a backup of the events can leave the keys out: without them it tells nothing personal.
create schema personal_keys;

-- One key per person, wrapped by a master key that is in no database. A person who was erased keeps the row without it.
create table personal_keys.data_key (
    person    uuid primary key,
    number    bigint      generated always as identity unique, -- who came together is read together
    wrapped   bytea,
    master    text,        -- which master key wraps it: the beginning of a hash
    made      timestamptz not null default now(),
    destroyed timestamptz,
    constraint either_a_key_or_a_tombstone check (
        (wrapped is null) = (destroyed is not null) and (master is null) = (wrapped is null))
);
