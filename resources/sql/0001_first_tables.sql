-- Times ending in _us and _ns are server time of the lesson's own clock; those ending in _ms are UTC since 1970.
-- Notes, events and intervals name seats. Only seat_student says which child sat there.

CREATE TABLE class (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    names_on_tablets INTEGER NOT NULL DEFAULT 0,
    created_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE student (
    id INTEGER PRIMARY KEY,
    class INTEGER NOT NULL REFERENCES class(id) ON DELETE CASCADE,
    first_name TEXT,
    avatar TEXT NOT NULL,
    seat INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX student_seat ON student(class, seat) WHERE archived = 0;

CREATE TABLE lesson (
    id INTEGER PRIMARY KEY,
    class INTEGER REFERENCES class(id) ON DELETE CASCADE,
    code TEXT NOT NULL,
    opened_ms INTEGER NOT NULL,
    zone TEXT NOT NULL,
    opened_us INTEGER NOT NULL,
    started_us INTEGER,
    ended_us INTEGER
) STRICT;

CREATE INDEX lesson_class ON lesson(class, opened_ms);

CREATE TABLE seat_student (
    lesson INTEGER NOT NULL REFERENCES lesson(id) ON DELETE CASCADE,
    seat INTEGER NOT NULL,
    student INTEGER NOT NULL REFERENCES student(id) ON DELETE CASCADE,
    PRIMARY KEY (lesson, seat)
) STRICT, WITHOUT ROWID;

CREATE INDEX seat_student_student ON seat_student(student);

-- Velocity 0 is the end of a note; seat 0 a guest.
CREATE TABLE note (
    lesson INTEGER NOT NULL REFERENCES lesson(id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    seat INTEGER NOT NULL,
    midi INTEGER NOT NULL,
    velocity INTEGER NOT NULL,
    at_us INTEGER NOT NULL,
    received_us INTEGER NOT NULL,
    PRIMARY KEY (lesson, seq)
) STRICT, WITHOUT ROWID;

-- Where the tablet of a seat was: here, away, rejoining. An open interval has no end.
-- The key comes first: SQLite 3.40's quick_check reads the columns of such a table in the order of its key.
CREATE TABLE presence (
    lesson INTEGER NOT NULL REFERENCES lesson(id) ON DELETE CASCADE,
    seat INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    from_us INTEGER NOT NULL,
    to_us INTEGER,
    kind TEXT NOT NULL,
    PRIMARY KEY (lesson, seat, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE control_event (
    lesson INTEGER NOT NULL REFERENCES lesson(id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at_ns INTEGER NOT NULL,
    kind TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (lesson, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot (
    lesson INTEGER PRIMARY KEY REFERENCES lesson(id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    json TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
