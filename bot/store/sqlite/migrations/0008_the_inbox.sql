-- Questions that people wrote. form: what they filled in, findings: what executing it showed, both as JSON.
create table suggestion (
    id bigint primary key,
    event text not null unique,
    community_id bigint not null references community (id),
    member_id bigint not null references member (id),
    at bigint not null,
    form text not null,
    text text not null,
    state text not null,
    findings text not null,
    topic text not null,
    credit bigint not null,
    revision bigint not null
);

create index suggestion_of on suggestion (community_id, id);

-- What people say is wrong with a question, one a person and round.
create table report (
    round_id bigint not null references round (id),
    member_id bigint not null references member (id),
    at bigint not null,
    wrong text not null,
    text text not null,
    settled bigint not null,
    primary key (round_id, member_id)
);

-- What the bot noticed. one and other: the two people it is about, if it is about people.
create table flag (
    id bigint primary key,
    community_id bigint not null references community (id),
    kind text not null,
    subject text not null,
    round_id bigint not null references round (id),
    at bigint not null,
    one bigint references member (id),
    other bigint references member (id),
    share bigint not null,
    settled bigint not null,
    unique (community_id, kind, subject)
);

-- Sentences for one person, kept until they are shown.
create table letter (
    id bigint primary key,
    community_id bigint not null references community (id),
    member_id bigint not null references member (id),
    at bigint not null,
    kind text not null,
    title text not null,
    quote text not null,
    suggestion_id bigint
);

create index letter_for on letter (member_id, community_id, id);

-- Who plays on without being on a board.
create table mute (
    community_id bigint not null references community (id),
    member_id bigint not null references member (id),
    at bigint not null,
    reason text not null,
    primary key (community_id, member_id)
);
