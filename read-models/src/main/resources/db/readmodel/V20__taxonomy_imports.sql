create table taxonomy_import (
    id       uuid primary key,
    scheme   text        not null,
    file     text        not null,
    state    text        not null,
    done     int         not null,
    total    int         not null,
    failure  text,
    begun_at timestamptz not null,
    ended_at timestamptz
);
create index on taxonomy_import (begun_at desc, id);
