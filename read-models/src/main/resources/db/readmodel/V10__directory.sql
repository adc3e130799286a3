-- Who works here, where, for whom, and by which account they sign in. Sorted by bytes, as the cursors compare.
create table directory_person (
    id uuid primary key,
    name text not null,
    name_folded text collate "C" not null,
    email text not null,
    job_title text not null,
    role uuid,
    org_unit uuid not null,
    manager uuid,
    hired_on date not null
);
create index directory_person_by_name on directory_person (name_folded, id);
create index directory_person_by_unit on directory_person (org_unit);
create index directory_person_by_manager on directory_person (manager);

create table directory_unit (
    id uuid primary key,
    name text not null,
    parent uuid,
    lead uuid,
    hrbp uuid
);
create index directory_unit_by_parent on directory_unit (parent);
create index directory_unit_by_lead on directory_unit (lead);
create index directory_unit_by_hrbp on directory_unit (hrbp);

create table directory_identity (
    issuer text not null,
    subject text not null,
    employee uuid not null unique,
    primary key (issuer, subject)
);
