-- One a person and day. questions: ids in order, results: points so far, both as JSON; points is their sum.
create table sprint (
    community_id bigint not null references community (id),
    member_id bigint not null references member (id),
    day text not null,
    questions text not null,
    shown bigint not null,
    results text not null,
    points bigint not null,
    primary key (community_id, member_id, day)
);
