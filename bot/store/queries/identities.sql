-- Who is who beyond one address, and who is still there.

-- name: member_of
select member.* from member
where member.erased_at is null
    and (member.address = $1 or member.id in (select address.member_id from address where address.address = $1));

-- name: member_by_link
select member.* from address
join member on member.id = address.member_id
where address.address = $1;

-- name: member_row
select * from member where id = $1 and erased_at is null;

-- name: addresses
select address, 0 as linked_at from member where id = $1 and erased_at is null
union all
select address, linked_at from address where member_id = $1
order by linked_at, address;

-- name: settled_by
select count(*) as entries from submission where member_id in ($1, $2) and verdict is not null;

-- name: communities_of
select distinct round.community_id as community_id from submission
join round on round.id = submission.round_id
where submission.member_id = $1
union
select community_id from sprint where member_id = $1;

-- name: unite_trace
insert into reattributed (submission_id, member_id)
select id, member_id from submission where member_id = $2 and $1 <> $2
on conflict (submission_id) do nothing;

-- name: unite_submissions
update submission set member_id = $1 where member_id = $2;

-- name: unite_helps
update help set member_id = $1
where member_id = $2 and not exists (
    select 1 from help as mine
    where mine.member_id = $1 and mine.round_id = help.round_id and mine.kind = help.kind and mine.number = help.number
);

-- name: unite_sprints_later
delete from sprint
where member_id = $1 and exists (
    select 1 from sprint as theirs
    where theirs.member_id = $2 and theirs.community_id = sprint.community_id and theirs.day = sprint.day
        and theirs.shown < sprint.shown
);

-- name: unite_sprints
update sprint set member_id = $1
where member_id = $2 and not exists (
    select 1 from sprint as mine
    where mine.member_id = $1 and mine.community_id = sprint.community_id and mine.day = sprint.day
);

-- name: unite_live_answers
update live_answer set member_id = $1
where member_id = $2 and not exists (
    select 1 from live_answer as mine
    where mine.member_id = $1 and mine.live_id = live_answer.live_id and mine.at = live_answer.at
);

-- name: unite_recalls
update recall set member_id = $1
where member_id = $2 and not exists (
    select 1 from recall as mine where mine.member_id = $1 and mine.question_id = recall.question_id
);

-- name: unite_preferences
update preference set member_id = $1
where member_id = $2 and not exists (select 1 from preference as mine where mine.member_id = $1);

-- name: unite_suggestions
update suggestion set member_id = $1 where member_id = $2;

-- name: unite_reports
update report set member_id = $1
where member_id = $2 and not exists (
    select 1 from report as mine where mine.member_id = $1 and mine.round_id = report.round_id
);

-- name: unite_flags
update flag set one = case one when $2 then $1 else one end, other = case other when $2 then $1 else other end
where one = $2 or other = $2;

-- name: unite_letters
update letter set member_id = $1 where member_id = $2;

-- name: unite_mutes
update mute set member_id = $1
where member_id = $2 and not exists (
    select 1 from mute as mine where mine.member_id = $1 and mine.community_id = mute.community_id
);

-- name: unite_presence
delete from presence where member_id in ($1, $2);

-- name: unite_acts
update act set by_member = $1 where by_member = $2;

-- name: unite_addresses
update address set member_id = $1 where member_id = $2;

-- name: unite_address
insert into address (address, member_id, linked_at) select member.address, $1, $3 from member where member.id = $2;

-- name: unite_member
update member set
    alias = coalesce(alias, (select theirs.alias from member as theirs where theirs.id = $2)),
    hidden = case when hidden = 1 or exists (select 1 from member as theirs where theirs.id = $2 and theirs.hidden = 1)
        then 1 else 0 end
where id = $1;

-- name: part_address
delete from address where address = $1;

-- name: part_first
update member set address = $2 where id = $1;

-- name: unchecked
select member.* from (select distinct member_id from score where community_id = $1) as scored
join member on member.id = scored.member_id
left join presence on presence.community_id = $1 and presence.member_id = scored.member_id
where member.erased_at is null and member.hidden = 0 and coalesce(presence.checked_at, -1) < $2
order by member.id
limit $3;

-- name: presence
insert into presence (community_id, member_id, checked_at, away)
values ($1, $2, $3, coalesce($4, 0))
on conflict (community_id, member_id) do update set
    checked_at = excluded.checked_at, away = coalesce($4, presence.away);

-- name: presence_back
update presence set away = 0 where member_id = $2 and away = 1
    and community_id = (select round.community_id from round where round.id = $1)
returning community_id;

-- name: scores_seen
update score set hidden = case
    when exists (select 1 from unseen where unseen.community_id = $1 and unseen.member_id = $2) then 1
    else (select member.hidden from member where member.id = $2)
end
where community_id = $1 and member_id = $2;

-- name: in_community
select submission.id from submission
join round on round.id = submission.round_id
where submission.id = $1 and round.community_id = $2;
