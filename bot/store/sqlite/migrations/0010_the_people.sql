-- Further addresses of a person; the first is in member. Somebody whose addresses became another's stays as a row without any.
create table address (
    address text primary key,
    member_id bigint not null references member (id),
    linked_at bigint not null
);

create index address_of on address (member_id, linked_at);

-- Whose answers were whose before two addresses became one person: nothing that was written is lost.
create table reattributed (
    submission_id text primary key references submission (id),
    member_id bigint not null references member (id)
);

-- Who is not among the people of a community's places any more, and when that was last looked at.
create table presence (
    community_id bigint not null references community (id),
    member_id bigint not null references member (id),
    checked_at bigint not null,
    away bigint not null,
    primary key (community_id, member_id)
);

-- Who is on no board of a community, whatever they wish themselves.
create view unseen as
select community_id, member_id from mute
union all
select community_id, member_id from presence where away = 1;
