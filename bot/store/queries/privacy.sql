-- What people leave behind, and how it goes.

-- name: members_known
select id, address from member where erased_at is null
union all
select member_id as id, address from address;

-- name: member_erase
update member set address = $2, name = 'somebody', alias = null, hidden = 1, erased_at = $3 where id = $1;

-- name: tombstone
insert into tombstone (address_hash, erased_at) values ($1, $2)
on conflict (address_hash) do nothing;

-- name: tombstones
select address_hash, erased_at from tombstone;

-- name: erase_scores
delete from score where member_id = $1;

-- name: erase_streaks
delete from streak where member_id = $1;

-- name: erase_sprints
delete from sprint where member_id = $1;

-- name: erase_live_answers
delete from live_answer where member_id = $1;

-- name: erase_helps
delete from help where member_id = $1;

-- name: erase_recalls
delete from recall where member_id = $1;

-- name: erase_preferences
delete from preference where member_id = $1;

-- name: erase_presence
delete from presence where member_id = $1;

-- name: erase_addresses
delete from address where member_id = $1;

-- name: erase_reattributed
delete from reattributed where submission_id in (select id from submission where member_id = $1);

-- name: erase_superseded
delete from superseded where submission_id in (select id from submission where member_id = $1);

-- name: erase_pending
delete from submission where member_id = $1 and verdict is null;

-- name: answers_of
select * from submission where member_id = $1 order by received_at, id;

-- name: anonymise
update submission set id = $2, answer = $3, verdict = $4 where id = $1;

-- name: rounds_remembered
select id from round where closes < $1 and forgotten = 0;

-- name: code_of
select * from submission where round_id = $1 and verdict is not null and answer like '{"code"%';

-- name: forget_code
update submission set answer = $2, verdict = $3 where id = $1;

-- name: superseded_of
select * from superseded where submission_id = $1;

-- name: forget_superseded
update superseded set verdict = $3 where act_id = $1 and submission_id = $2;

-- name: round_forgotten
update round set forgotten = 1 where id = $1;
