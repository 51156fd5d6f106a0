-- What people review, one a person and question. memory and before: as JSON, with the days it was seen and is due.
create table recall (
    member_id bigint not null references member (id),
    question_id text not null,
    round_id bigint not null references round (id),
    rating text not null,
    memory text not null,
    before text,
    times bigint not null,
    primary key (member_id, question_id)
);

-- What people set for themselves, wherever they are known.
create table preference (
    member_id bigint primary key references member (id),
    zone text not null,
    locale text not null,
    reminders bigint not null
);
