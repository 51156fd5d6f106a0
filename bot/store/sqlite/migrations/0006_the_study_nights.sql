-- questions and refs as JSON, in order; at counts the questions from 0; shown: the answer of the current one is out.
create table live (
    id bigint primary key,
    community_id bigint not null references community (id),
    place text not null,
    title text not null,
    questions text not null,
    at bigint not null default 0,
    shown bigint not null default 0,
    over bigint not null default 0,
    refs text not null default '[]'
);
create index live_of on live (community_id, over);

create table live_answer (
    live_id bigint not null references live (id),
    at bigint not null,
    member_id bigint not null references member (id),
    correct bigint not null,
    primary key (live_id, at, member_id)
);
