-- What games ask for and bring, how the class feels, and which tablets there are.
-- Keys come first in tables without a rowid, as in the first script.

-- One moment at which a seat was asked to play, and the tap that answered it, if one did.
CREATE TABLE opportunity (
    lesson INTEGER NOT NULL REFERENCES lesson(id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    n INTEGER NOT NULL,
    seat INTEGER NOT NULL,
    game TEXT NOT NULL,
    round INTEGER NOT NULL,
    expected_us INTEGER NOT NULL,
    from_us INTEGER NOT NULL,
    to_us INTEGER NOT NULL,
    touched_us INTEGER,
    asynchrony_us INTEGER,
    hit_us INTEGER NOT NULL,
    close_us INTEGER NOT NULL,
    uncertainty_us INTEGER NOT NULL,
    PRIMARY KEY (lesson, seq, n)
) STRICT, WITHOUT ROWID;

-- How a round went for the whole group.
CREATE TABLE round_result (
    lesson INTEGER NOT NULL REFERENCES lesson(id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    game TEXT NOT NULL,
    round INTEGER NOT NULL,
    rounds INTEGER NOT NULL,
    bars INTEGER NOT NULL,
    held INTEGER NOT NULL,
    best INTEGER NOT NULL,
    final INTEGER NOT NULL,
    PRIMARY KEY (lesson, seq)
) STRICT, WITHOUT ROWID;

-- Class totals of one question. Which child gave which answer is kept nowhere.
CREATE TABLE mood_total (
    lesson INTEGER NOT NULL REFERENCES lesson(id) ON DELETE CASCADE,
    round INTEGER NOT NULL,
    mood TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (lesson, round, mood)
) STRICT, WITHOUT ROWID;

-- The game's last state in the middle of a round. Those at which a game or a round began are control events.
CREATE TABLE game_state (
    lesson INTEGER PRIMARY KEY REFERENCES lesson(id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at_ns INTEGER NOT NULL,
    json TEXT NOT NULL
) STRICT;

-- The label on a tablet's case, by the random id it keeps, and when the tablet last took a seat. A number is used again
-- only when its tablet was not seen for so long that many others were.
CREATE TABLE tablet (
    device TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    seen_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
