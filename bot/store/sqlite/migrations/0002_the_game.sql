alter table member add column alias text;

alter table member add column hidden bigint not null default 0;

alter table round add column topic text not null default '';

create index round_order on round (community_id, opens, id);

-- Whether it came after the end, as the end stood then: a fact of its arrival, whatever a moderator shifts later.
alter table submission add column late bigint not null default 0;

-- These two are derived: `rebuild` makes them anew. deficit is 0 - points, so that all of the index ascends.
create table score (
    community_id bigint not null,
    member_id bigint not null,
    period text not null,
    deficit bigint not null,
    late bigint not null,
    reached_at bigint not null,
    hidden bigint not null,
    primary key (community_id, member_id, period)
) without rowid;

create index score_rank on score (community_id, period, hidden, deficit, reached_at, member_id);

create table streak (
    community_id bigint not null,
    member_id bigint not null,
    current bigint not null,
    best bigint not null,
    rests bigint not null,
    primary key (community_id, member_id)
) without rowid;

-- What moderators did, never taken back; and what their corrections replaced, so that no settlement is ever lost.
alter table round add column ruling text;

create table act (
    id bigint primary key,
    community_id bigint not null references community (id),
    by_member bigint not null references member (id),
    at bigint not null,
    what text not null,
    why text not null,
    result text not null
);

create index act_of on act (community_id, id);

create table superseded (
    act_id bigint not null references act (id),
    submission_id text not null references submission (id),
    attempt bigint not null,
    points bigint not null,
    verdict text not null,
    lines text not null,
    primary key (act_id, submission_id)
);
