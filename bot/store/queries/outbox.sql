-- What is due. Instants are milliseconds since 1970 (UTC). Parameters are $1..$n, which PostgreSQL reads as well.

-- name: errand_add
insert into errand (key, community_id, occasion, kind, due, state, round_id, text, seat)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict (key) do nothing;

-- name: errand_claim
update errand set state = 'sending', lease = $2, fence = fence + 1
where key = (
    select key from errand
    where state in ('due', 'sending') and due <= $1 and lease <= $1
        and ($3 is null or community_id = $3) and ($4 is null or key = $4)
    order by due, case kind when 'close' then 0 when 'open' then 2 else 1 end, key
    limit 1
)
returning *;

-- name: errand_finish
update errand set state = $3 where key = $1 and fence = $2 and state = 'sending'
returning key;

-- name: errand_postpone
update errand set state = 'due', lease = $3 where key = $1 and fence = $2 and state = 'sending'
returning key;

-- name: errand_shift
update errand set due = $3, lease = 0, state = 'due', fence = case state when 'sending' then fence + 1 else fence end
where round_id = $1 and kind = $2 and (state = 'due' or (state = 'sending' and due <> $3));

-- name: errand_next
select min(case when lease > due then lease else due end) as moment from errand where state in ('due', 'sending');

-- name: errand_openings
select id as community_id, due from (
    select community.id, (
        select errand.due from errand
        where errand.kind = 'open' and errand.community_id = community.id and errand.occasion not like '%+%'
        order by errand.due desc
        limit 1
    ) as due
    from community
) as latest
where due is not null;

-- name: errands
select * from errand where community_id = $1 and due >= $2 order by due, key;

-- name: round_excuse
update round set excused = 1 where state = 'open' and opens < $2 and closes > $1;

-- name: round_excuse_one
update round set excused = 1 where id = $1;

-- name: pulse
select at from pulse where id = 1;

-- name: pulse_set
insert into pulse (id, at) values (1, $1) on conflict (id) do update set at = excluded.at;
