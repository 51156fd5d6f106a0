-- What people review.

-- name: deck
select * from recall where member_id = $1;

-- name: recall
insert into recall (member_id, question_id, round_id, rating, memory, before, times)
select member.id, $2, $3, $4, $5, $6, $7 from member where member.id = $1 and member.erased_at is null
on conflict (member_id, question_id) do update set
    round_id = excluded.round_id, rating = excluded.rating, memory = excluded.memory, before = excluded.before,
    times = excluded.times;
