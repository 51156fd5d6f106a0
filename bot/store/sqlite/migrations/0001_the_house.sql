create table community (
    id bigint primary key,
    place text not null unique,
    schedule text not null,
    open_seconds bigint not null,
    reveal_seconds bigint not null,
    catch_up_seconds bigint not null,
    seed text not null,
    since bigint not null
);

create table member (
    id bigint primary key,
    address text not null unique,
    name text not null
);

create table round (
    id bigint primary key,
    community_id bigint not null references community (id),
    key text not null,
    question_id text not null,
    key_hash text not null,
    date text not null,
    opens bigint not null,
    closes bigint not null,
    reveals bigint not null,
    state text not null,
    ref text,
    unique (community_id, key)
);

create table submission (
    id text primary key,
    round_id bigint not null references round (id),
    member_id bigint not null references member (id),
    answer text not null,
    key_hash text not null,
    received_at bigint not null,
    lease bigint not null,
    attempt bigint,
    points bigint,
    verdict text,
    lines text
);

create index submission_of on submission (round_id, member_id, received_at);

create index submission_pending on submission (lease) where verdict is null;

create table help (
    round_id bigint not null references round (id),
    member_id bigint not null references member (id),
    kind text not null,
    number bigint not null,
    taken_at bigint not null,
    primary key (round_id, member_id, kind, number)
);
