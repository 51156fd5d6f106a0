-- Erased people stay as nobody, so that a question still knows how many answered it.
alter table member add column erased_at bigint;

-- Whether the source text of a round's answers was forgotten.
alter table round add column forgotten bigint not null default 0;

-- Who was erased, by the hash of their address: an older backup that is restored erases them again.
create table tombstone (
    address_hash text primary key,
    erased_at bigint not null
);
