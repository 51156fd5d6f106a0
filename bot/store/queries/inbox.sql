-- What people write, what they report, what the bot notices. Instants are milliseconds since 1970 (UTC).

-- name: suggest
insert into suggestion (id, event, community_id, member_id, at, form, text, state, findings, topic, credit, revision)
values ((select coalesce(max(id), 0) + 1 from suggestion), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0)
on conflict (event) do nothing;

-- name: suggestion_by_event
select * from suggestion where event = $1;

-- name: suggestion
select * from suggestion where id = $1;

-- name: amend
update suggestion set form = $3, text = $4, state = $5, findings = $6, topic = $7, credit = $8, revision = revision + 1
where id = $1 and revision = $2
returning *;

-- name: suggestions
select * from suggestion where community_id = $1 order by id;

-- name: report
insert into report (round_id, member_id, at, wrong, text, settled)
values ($1, $2, $3, $4, $5, 0)
on conflict (round_id, member_id) do update set
    at = excluded.at, wrong = excluded.wrong, text = excluded.text, settled = 0;

-- name: reports
select report.* from report
join round on round.id = report.round_id
where round.community_id = $1
order by report.at, report.round_id, report.member_id;

-- name: reports_settle
update report set settled = 1 where round_id = $1 and settled = 0
returning member_id;

-- name: flag
insert into flag (id, community_id, kind, subject, round_id, at, one, other, share, settled)
values ((select coalesce(max(id), 0) + 1 from flag), $1, $2, $3, $4, $5, $6, $7, $8, 0)
on conflict (community_id, kind, subject) do nothing
returning id;

-- name: flags
select * from flag where community_id = $1 order by id;

-- name: flag_settle
update flag set settled = 1 where id = $1 and settled = 0
returning id;

-- name: letter
insert into letter (id, community_id, member_id, at, kind, title, quote, suggestion_id)
values ((select coalesce(max(id), 0) + 1 from letter), $1, $2, $3, $4, $5, $6, $7);

-- name: letters
select letter.* from member
join letter on letter.member_id = member.id and letter.community_id = $1
where member.address = $2 or member.id in (select address.member_id from address where address.address = $2)
order by letter.id;

-- name: letter_shown
delete from letter where id = $1;

-- name: mute
insert into mute (community_id, member_id, at, reason) values ($1, $2, $3, $4)
on conflict (community_id, member_id) do update set at = excluded.at, reason = excluded.reason;

-- name: unmute
delete from mute where community_id = $1 and member_id = $2
returning member_id;

-- name: muted
select * from mute where community_id = $1 order by member_id;

-- name: erase_suggestions
delete from suggestion where member_id = $1 and state not in ('approved', 'retired');

-- name: erase_credits
update suggestion set credit = 0, form = '{}' where member_id = $1;

-- name: erase_reports
delete from report where member_id = $1;

-- name: erase_flags
delete from flag where one = $1 or other = $1;

-- name: erase_letters
delete from letter where member_id = $1;

-- name: erase_mutes
delete from mute where member_id = $1;

-- name: ways
with graded as (
    select submission.round_id, submission.member_id, submission.answer, submission.points,
        case when submission.verdict like '{"outcome": "passed"%' then 1 else 0 end as passed,
        row_number() over (
            partition by submission.round_id, submission.member_id order by submission.received_at, submission.id
        ) as number
    from submission
    join round on round.id = submission.round_id
    join member on member.id = submission.member_id
    where round.community_id = $1 and round.date >= $2 and submission.verdict is not null
        and submission.verdict not like '{"outcome": "written"%' and member.erased_at is null
)
select round_id, member_id, count(*) as tries, sum(points) as points,
    max(case when number = 1 then answer end) as answer,
    max(case when number = 1 then passed end) as passed,
    (
        select count(*) from help
        where help.round_id = graded.round_id and help.member_id = graded.member_id and help.kind = 'hint'
    ) as hints
from graded
group by round_id, member_id
order by round_id, member_id;
