BEGIN TRANSACTION;
CREATE TABLE community (
    id bigint primary key,
    place text not null unique,
    schedule text not null,
    open_seconds bigint not null,
    reveal_seconds bigint not null,
    catch_up_seconds bigint not null,
    seed text not null,
    since bigint not null
);
INSERT INTO "community" VALUES(1,'console','daily 09:00 UTC',43200,0,7200,'93d8874c8c86f0fc',1788768000000);
CREATE TABLE help (
    round_id bigint not null references round (id),
    member_id bigint not null references member (id),
    kind text not null,
    number bigint not null,
    taken_at bigint not null,
    primary key (round_id, member_id, kind, number)
);
INSERT INTO "help" VALUES(1,2,'hint',1,1788771600000);
INSERT INTO "help" VALUES(2,2,'hint',1,1788858000000);
INSERT INTO "help" VALUES(3,2,'hint',1,1788944400000);
INSERT INTO "help" VALUES(4,2,'hint',1,1789030800000);
INSERT INTO "help" VALUES(5,2,'hint',1,1789117200000);
INSERT INTO "help" VALUES(6,2,'hint',1,1789203600000);
CREATE TABLE member (
    id bigint primary key,
    address text not null unique,
    name text not null
);
INSERT INTO "member" VALUES(1,'console:ada','ada');
INSERT INTO "member" VALUES(2,'console:ben','ben');
INSERT INTO "member" VALUES(3,'console:cleo ü字','cleo ü字');
CREATE TABLE migration (version bigint primary key, name text not null, sha256 text not null);
INSERT INTO "migration" VALUES(1,'0001_the_house.sql','5363f0d89d3ceb432f3854ce0f2c8abf8b588fdf6b511f4ba92ade6baa78ef57');
CREATE TABLE round (
    id bigint primary key,
    community_id bigint not null references community (id),
    key text not null,
    question_id text not null,
    key_hash text not null,
    date text not null,
    opens bigint not null,
    closes bigint not null,
    reveals bigint not null,
    state text not null,
    ref text,
    unique (community_id, key)
);
INSERT INTO "round" VALUES(1,1,'2026-09-07','where-the-type-lives','418f45e6ca8e42b5','2026-09-07',1788771600000,1788814800000,1788814800000,'revealed','console:1:2026-09-07');
INSERT INTO "round" VALUES(2,1,'2026-09-08','who-gets-a-pyc','82e2ec571b9c2513','2026-09-08',1788858000000,1788901200000,1788901200000,'revealed','console:1:2026-09-08');
INSERT INTO "round" VALUES(3,1,'2026-09-09','tag-every-post','a2a793b8d8b999ad','2026-09-09',1788944400000,1788987600000,1788987600000,'revealed','console:1:2026-09-09');
INSERT INTO "round" VALUES(4,1,'2026-09-10','what-for-can-walk','17044db178aff25c','2026-09-10',1789030800000,1789074000000,1789074000000,'revealed','console:1:2026-09-10');
INSERT INTO "round" VALUES(5,1,'2026-09-11','what-deepcopy-spares','d60a1d028bab820e','2026-09-11',1789117200000,1789160400000,1789160400000,'revealed','console:1:2026-09-11');
INSERT INTO "round" VALUES(6,1,'2026-09-12','equals-shows-its-work','64fe777c1afabbaa','2026-09-12',1789203600000,1789246800000,1789246800000,'open','console:1:2026-09-12');
CREATE TABLE submission (
    id text primary key,
    round_id bigint not null references round (id),
    member_id bigint not null references member (id),
    answer text not null,
    key_hash text not null,
    received_at bigint not null,
    lease bigint not null,
    attempt bigint,
    points bigint,
    verdict text,
    lines text
);
INSERT INTO "submission" VALUES('console:day0:1',1,1,'{"picked": [0]}','418f45e6ca8e42b5',1788771600000,1788771720000,1,10,'{"outcome": "passed", "reasons": ["A name is a label. Types belong to the objects it is put on, so moving it changes no type."], "cases": [], "stdout": "", "traceback": ""}','[{"rule": "level", "points": 10, "why": "level 1"}]');
INSERT INTO "submission" VALUES('console:day0:5',1,2,'{"picked": [0]}','418f45e6ca8e42b5',1788771600000,1788771720000,1,8,'{"outcome": "passed", "reasons": ["A name is a label. Types belong to the objects it is put on, so moving it changes no type."], "cases": [], "stdout": "", "traceback": ""}','[{"rule": "level", "points": 10, "why": "level 1"}, {"rule": "hints", "points": -2, "why": "1 x 20 %"}]');
INSERT INTO "submission" VALUES('console:day0:10',1,3,'{"picked": [0]}','418f45e6ca8e42b5',1788771600000,1788771720000,1,10,'{"outcome": "passed", "reasons": ["A name is a label. Types belong to the objects it is put on, so moving it changes no type."], "cases": [], "stdout": "", "traceback": ""}','[{"rule": "level", "points": 10, "why": "level 1"}]');
INSERT INTO "submission" VALUES('console:day1:1',2,1,'{"picked": [0]}','82e2ec571b9c2513',1788858000000,1788858120000,1,1,'{"outcome": "wrong", "reasons": ["Every file that is compiled leaves its bytecode behind."], "cases": [], "stdout": "", "traceback": ""}','[{"rule": "participation", "points": 1, "why": "for taking part, once a day"}]');
INSERT INTO "submission" VALUES('console:day1:2',2,1,'{"picked": [0]}','82e2ec571b9c2513',1788858000000,1788858120000,2,0,'{"outcome": "wrong", "reasons": ["Every file that is compiled leaves its bytecode behind."], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day1:4',2,2,'{"picked": [0]}','82e2ec571b9c2513',1788858000000,1788858120000,1,1,'{"outcome": "wrong", "reasons": ["Every file that is compiled leaves its bytecode behind."], "cases": [], "stdout": "", "traceback": ""}','[{"rule": "participation", "points": 1, "why": "for taking part, once a day"}]');
INSERT INTO "submission" VALUES('console:day1:5',2,2,'{"picked": [1]}','82e2ec571b9c2513',1788858000000,1788858120000,2,0,'{"outcome": "wrong", "reasons": ["Python first waits to see whether a module is used again."], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day1:6',2,2,'{"picked": [0]}','82e2ec571b9c2513',1788858000000,1788858120000,3,0,'{"outcome": "wrong", "reasons": ["Every file that is compiled leaves its bytecode behind."], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day2:6',3,1,'{"code": "def f(x):\n    return x"}','a2a793b8d8b999ad',1788944400000,1788944520000,1,1,'{"outcome": "wrong", "reasons": [], "cases": [{"passed": false, "visible": true, "category": "one post", "call": "tagged([{\"title\": \"Hello\", \"tags\": [\"news\"]}], \"python\")", "expected": "[{''title'': ''Hello'', ''tags'': [''news'', ''python'']}]", "got": "raised NameError: name ''tagged'' is not defined"}, {"passed": false, "visible": false, "category": "no posts", "call": "", "expected": "", "got": ""}, {"passed": false, "visible": false, "category": "a post without tags so far", "call": "", "expected": "", "got": ""}, {"passed": false, "visible": false, "category": "several posts, with keys of their own", "call": "", "expected": "", "got": ""}, {"passed": false, "visible": false, "category": "the arguments stay as they were", "call": "", "expected": "", "got": ""}, {"passed": false, "visible": false, "category": "a later change of the result does not reach the arguments", "call": "", "expected": "", "got": ""}, {"passed": false, "visible": false, "category": "two posts share one list of tags", "call": "", "expected": "", "got": ""}], "stdout": "", "traceback": "Traceback (most recent call last):\n  File \"<case>\", line 1, in <module>\nNameError: name ''tagged'' is not defined\n"}','[{"rule": "participation", "points": 1, "why": "for taking part, once a day"}]');
INSERT INTO "submission" VALUES('console:day2:9',3,2,'{"code": "def f(x):\n    return x"}','a2a793b8d8b999ad',1788944400000,1788944520000,1,1,'{"outcome": "wrong", "reasons": [], "cases": [{"passed": false, "visible": true, "category": "one post", "call": "tagged([{\"title\": \"Hello\", \"tags\": [\"news\"]}], \"python\")", "expected": "[{''title'': ''Hello'', ''tags'': [''news'', ''python'']}]", "got": "raised NameError: name ''tagged'' is not defined"}, {"passed": false, "visible": false, "category": "no posts", "call": "", "expected": "", "got": ""}, {"passed": false, "visible": false, "category": "a post without tags so far", "call": "", "expected": "", "got": ""}, {"passed": false, "visible": false, "category": "several posts, with keys of their own", "call": "", "expected": "", "got": ""}, {"passed": false, "visible": false, "category": "the arguments stay as they were", "call": "", "expected": "", "got": ""}, {"passed": false, "visible": false, "category": "a later change of the result does not reach the arguments", "call": "", "expected": "", "got": ""}, {"passed": false, "visible": false, "category": "two posts share one list of tags", "call": "", "expected": "", "got": ""}], "stdout": "", "traceback": "Traceback (most recent call last):\n  File \"<case>\", line 1, in <module>\nNameError: name ''tagged'' is not defined\n"}','[{"rule": "participation", "points": 1, "why": "for taking part, once a day"}]');
INSERT INTO "submission" VALUES('console:day2:13',3,3,'{"code": "def f(x):\n    return x"}','a2a793b8d8b999ad',1788944400000,1788944520000,1,1,'{"outcome": "wrong", "reasons": [], "cases": [{"passed": false, "visible": true, "category": "one post", "call": "tagged([{\"title\": \"Hello\", \"tags\": [\"news\"]}], \"python\")", "expected": "[{''title'': ''Hello'', ''tags'': [''news'', ''python'']}]", "got": "raised NameError: name ''tagged'' is not defined"}, {"passed": false, "visible": false, "category": "no posts", "call": "", "expected": "", "got": ""}, {"passed": false, "visible": false, "category": "a post without tags so far", "call": "", "expected": "", "got": ""}, {"passed": false, "visible": false, "category": "several posts, with keys of their own", "call": "", "expected": "", "got": ""}, {"passed": false, "visible": false, "category": "the arguments stay as they were", "call": "", "expected": "", "got": ""}, {"passed": false, "visible": false, "category": "a later change of the result does not reach the arguments", "call": "", "expected": "", "got": ""}, {"passed": false, "visible": false, "category": "two posts share one list of tags", "call": "", "expected": "", "got": ""}], "stdout": "", "traceback": "Traceback (most recent call last):\n  File \"<case>\", line 1, in <module>\nNameError: name ''tagged'' is not defined\n"}','[{"rule": "participation", "points": 1, "why": "for taking part, once a day"}]');
INSERT INTO "submission" VALUES('console:day3:1',4,1,'{"picked": [0]}','17044db178aff25c',1789030800000,1789030920000,1,1,'{"outcome": "wrong", "reasons": ["A loop only ever calls `__next__`. (First it asks for an iterator, and `Belt` has no `__iter__` to give one.)"], "cases": [], "stdout": "", "traceback": ""}','[{"rule": "participation", "points": 1, "why": "for taking part, once a day"}]');
INSERT INTO "submission" VALUES('console:day3:2',4,1,'{"picked": [1]}','17044db178aff25c',1789030800000,1789030920000,2,0,'{"outcome": "wrong", "reasons": ["All of what you chose is right, and something is missing."], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day3:3',4,1,'{"picked": [2]}','17044db178aff25c',1789030800000,1789030920000,3,0,'{"outcome": "wrong", "reasons": ["Length and `in` make a collection. (They answer questions about the items, but give none out.)"], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day3:4',4,1,'{"picked": [2]}','17044db178aff25c',1789030800000,1789030920000,4,0,'{"outcome": "wrong", "reasons": ["Length and `in` make a collection. (They answer questions about the items, but give none out.)"], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day3:6',4,2,'{"picked": [0]}','17044db178aff25c',1789030800000,1789030920000,1,1,'{"outcome": "wrong", "reasons": ["A loop only ever calls `__next__`. (First it asks for an iterator, and `Belt` has no `__iter__` to give one.)"], "cases": [], "stdout": "", "traceback": ""}','[{"rule": "participation", "points": 1, "why": "for taking part, once a day"}]');
INSERT INTO "submission" VALUES('console:day3:7',4,2,'{"picked": [1]}','17044db178aff25c',1789030800000,1789030920000,2,0,'{"outcome": "wrong", "reasons": ["All of what you chose is right, and something is missing."], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day3:8',4,2,'{"picked": [2]}','17044db178aff25c',1789030800000,1789030920000,3,0,'{"outcome": "wrong", "reasons": ["Length and `in` make a collection. (They answer questions about the items, but give none out.)"], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day3:9',4,2,'{"picked": [3]}','17044db178aff25c',1789030800000,1789030920000,4,0,'{"outcome": "wrong", "reasons": ["All of what you chose is right, and something is missing."], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day3:10',4,2,'{"picked": [2]}','17044db178aff25c',1789030800000,1789030920000,5,0,'{"outcome": "wrong", "reasons": ["Length and `in` make a collection. (They answer questions about the items, but give none out.)"], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day4:1',5,1,'{"picked": [0]}','d60a1d028bab820e',1789117200000,1789117320000,1,1,'{"outcome": "wrong", "reasons": ["All of what you chose is right, and something is missing."], "cases": [], "stdout": "", "traceback": ""}','[{"rule": "participation", "points": 1, "why": "for taking part, once a day"}]');
INSERT INTO "submission" VALUES('console:day4:2',5,1,'{"picked": [1]}','d60a1d028bab820e',1789117200000,1789117320000,2,0,'{"outcome": "wrong", "reasons": ["A row is copied only when it changes. (deepcopy copies lists right away; a shallow copy would share the row.)"], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day4:3',5,1,'{"picked": [3]}','d60a1d028bab820e',1789117200000,1789117320000,3,0,'{"outcome": "wrong", "reasons": ["A deep copy holds nothing of the original. (A tuple with nothing but immutable atoms inside comes back as it is.)"], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day4:5',5,2,'{"picked": [0]}','d60a1d028bab820e',1789117200000,1789117320000,1,1,'{"outcome": "wrong", "reasons": ["All of what you chose is right, and something is missing."], "cases": [], "stdout": "", "traceback": ""}','[{"rule": "participation", "points": 1, "why": "for taking part, once a day"}]');
INSERT INTO "submission" VALUES('console:day4:6',5,2,'{"picked": [1]}','d60a1d028bab820e',1789117200000,1789117320000,2,0,'{"outcome": "wrong", "reasons": ["A row is copied only when it changes. (deepcopy copies lists right away; a shallow copy would share the row.)"], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day4:7',5,2,'{"picked": [2]}','d60a1d028bab820e',1789117200000,1789117320000,3,0,'{"outcome": "wrong", "reasons": ["All of what you chose is right, and something is missing."], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day4:8',5,2,'{"picked": [3]}','d60a1d028bab820e',1789117200000,1789117320000,4,0,'{"outcome": "wrong", "reasons": ["A deep copy holds nothing of the original. (A tuple with nothing but immutable atoms inside comes back as it is.)"], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day4:10',5,3,'{"picked": [0]}','d60a1d028bab820e',1789117200000,1789117320000,1,1,'{"outcome": "wrong", "reasons": ["All of what you chose is right, and something is missing."], "cases": [], "stdout": "", "traceback": ""}','[{"rule": "participation", "points": 1, "why": "for taking part, once a day"}]');
INSERT INTO "submission" VALUES('console:day4:11',5,3,'{"picked": [1]}','d60a1d028bab820e',1789117200000,1789117320000,2,0,'{"outcome": "wrong", "reasons": ["A row is copied only when it changes. (deepcopy copies lists right away; a shallow copy would share the row.)"], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day4:12',5,3,'{"picked": [2]}','d60a1d028bab820e',1789117200000,1789117320000,3,0,'{"outcome": "wrong", "reasons": ["All of what you chose is right, and something is missing."], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day4:13',5,3,'{"picked": [3]}','d60a1d028bab820e',1789117200000,1789117320000,4,0,'{"outcome": "wrong", "reasons": ["A deep copy holds nothing of the original. (A tuple with nothing but immutable atoms inside comes back as it is.)"], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day4:14',5,3,'{"picked": [3]}','d60a1d028bab820e',1789117200000,1789117320000,5,0,'{"outcome": "wrong", "reasons": ["A deep copy holds nothing of the original. (A tuple with nothing but immutable atoms inside comes back as it is.)"], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day5:1',6,1,'{"typed": "a"}','64fe777c1afabbaa',1789203600000,1789203720000,1,1,'{"outcome": "wrong", "reasons": [], "cases": [], "stdout": "", "traceback": ""}','[{"rule": "participation", "points": 1, "why": "for taking part, once a day"}]');
INSERT INTO "submission" VALUES('console:day5:2',6,1,'{"typed": "5"}','64fe777c1afabbaa',1789203600000,1789203720000,2,0,'{"outcome": "wrong", "reasons": [], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day5:3',6,1,'{"typed": "def f(x):\n    return x"}','64fe777c1afabbaa',1789203600000,1789203720000,3,0,'{"outcome": "wrong", "reasons": [], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day5:4',6,2,'{"typed": "a"}','64fe777c1afabbaa',1789203600000,1789203720000,1,1,'{"outcome": "wrong", "reasons": [], "cases": [], "stdout": "", "traceback": ""}','[{"rule": "participation", "points": 1, "why": "for taking part, once a day"}]');
INSERT INTO "submission" VALUES('console:day5:5',6,2,'{"typed": "b"}','64fe777c1afabbaa',1789203600000,1789203720000,2,0,'{"outcome": "wrong", "reasons": [], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day5:6',6,2,'{"typed": "5"}','64fe777c1afabbaa',1789203600000,1789203720000,3,0,'{"outcome": "wrong", "reasons": [], "cases": [], "stdout": "", "traceback": ""}','[]');
INSERT INTO "submission" VALUES('console:day5:7',6,2,'{"typed": "def f(x):\n    return x"}','64fe777c1afabbaa',1789203600000,1789203720000,4,0,'{"outcome": "wrong", "reasons": [], "cases": [], "stdout": "", "traceback": ""}','[]');
CREATE INDEX submission_of on submission (round_id, member_id, received_at);
CREATE INDEX submission_pending on submission (lease) where verdict is null;
COMMIT;
