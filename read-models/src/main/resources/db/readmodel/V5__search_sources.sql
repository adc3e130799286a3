-- Elasticsearch shares no transaction with us: documents are always written whole, from these rows.
create table opportunity_source (
    id           uuid primary key,
    title        text    not null,
    description  text    not null,
    requirements jsonb   not null,
    open         boolean not null
);

create table person_source (
    employee  uuid primary key,
    name      text  not null default '',
    job_title text  not null default '',
    skills    jsonb not null default '{}'
);
