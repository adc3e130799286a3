-- *_folded: lower case without accents, as Folded.of makes it, because the database's own rules differ by locale.
create table skill (
    id          uuid primary key,
    name        text not null,
    name_folded text not null,
    kind        text not null,
    scheme      text,
    code        text
);
create index on skill (name_folded, id);

create table role (
    id           uuid primary key,
    title        text  not null,
    title_folded text  not null,
    description  text  not null,
    family       text  not null,
    requirements jsonb not null,
    scheme       text,
    code         text
);
create index on role (title_folded, id);

create table learning_resource (
    id           uuid primary key,
    title        text   not null,
    title_folded text   not null,
    description  text   not null,
    provider     text   not null,
    modality     text   not null,
    hours        int    not null,
    minor_units  bigint not null,
    currency     text   not null,
    gives        jsonb  not null
);
create index on learning_resource (title_folded, id);

create table learning_gain (
    skill    uuid not null,
    resource uuid not null,
    level    int  not null,
    primary key (skill, resource)
);

create table learning_record (
    id           uuid primary key,
    employee     uuid        not null,
    resource     uuid        not null,
    enrolled_at  timestamptz not null,
    completed_on date
);
create index on learning_record (employee);
