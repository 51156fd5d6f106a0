-- What people set for themselves, and where they are known.

-- name: preferences
select preference.* from preference
join member on member.id = preference.member_id
where member.address = $1 or member.id in (select address.member_id from address where address.address = $1);

-- name: prefer
insert into preference (member_id, zone, locale, reminders)
select member.id, $2, $3, $4 from member where member.id = $1 and member.erased_at is null
on conflict (member_id) do update set
    zone = excluded.zone, locale = excluded.locale, reminders = excluded.reminders;

-- name: homes
select round.community_id as community_id from submission
join round on round.id = submission.round_id
where submission.member_id = $1
group by round.community_id
order by max(submission.received_at) desc, round.community_id;

-- name: at_stake
select member.* from round
join streak on streak.community_id = round.community_id and streak.current > 0
join preference on preference.member_id = streak.member_id and preference.reminders = 1
join member on member.id = streak.member_id
where round.id = $1 and not exists (
    select 1 from presence
    where presence.community_id = round.community_id and presence.member_id = streak.member_id and presence.away = 1
) and not exists (
    select 1 from submission
    where submission.round_id = round.id and submission.member_id = streak.member_id and submission.late = 0
)
order by member.id;
