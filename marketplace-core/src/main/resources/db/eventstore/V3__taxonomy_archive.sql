-- Archives being imported. Kept until their import has ended, so that any node can resume it.
create table taxonomy_archive (
    import uuid primary key,
    file   text not null,
    sha256 text not null,
    total  int  not null,
    done   int  not null default 0
);

-- In pieces, so that nobody has to hold a whole archive in memory.
create table taxonomy_archive_piece (
    import  uuid  not null references taxonomy_archive on delete cascade,
    number  int   not null,
    content bytea not null,
    primary key (import, number)
);
alter table taxonomy_archive_piece alter column content set storage external; -- it is compressed already
