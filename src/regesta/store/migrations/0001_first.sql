-- A chronicle: what the sources say, and what follows from it.
--
-- Conventions
--   position       the order in the chronology, from 0
--   owner          in the table of a list: the position of the row that has the list
--   id             stable from run to run: a letter for the kind, and a hash of the words and their place
--   x_document, x_start, x_end   a place in a text: document, first character, the character after the last
--   x_words        the words there (a convenience; documents.text decides)
--   x_earliest, x_latest         Julian day numbers (date(n) shows the proleptic Gregorian day); NULL is open
--   evidence       a row of the table evidence
--   first_day, last_day, length_class   for interval look-ups: the edges with 2^40 days for open, and the bit length
--                  of their distance (a row of class c is shorter than 2^c days)

-- What the chronicle was made from and with ---------------------------------------------------------------------------

CREATE TABLE manifest (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
CREATE TABLE settings (position INTEGER PRIMARY KEY, name TEXT NOT NULL, value TEXT NOT NULL) STRICT;
CREATE TABLE sources (
    position INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, characters INTEGER NOT NULL,
    encoding TEXT NOT NULL, language TEXT NOT NULL,
    skipped TEXT -- why it was left out; NULL where it was read
) STRICT;

-- What the sources say ------------------------------------------------------------------------------------------------

CREATE TABLE documents (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL,
    text TEXT NOT NULL, -- as it was given, byte-order mark and line ends included
    language TEXT NOT NULL,
    sha256 TEXT NOT NULL, -- of the bytes, before decoding
    encoding TEXT NOT NULL, markup TEXT NOT NULL
) STRICT;

CREATE TABLE passages (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL,
    span_document TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, span_words TEXT,
    kind TEXT NOT NULL -- prose, heading
) STRICT;

CREATE TABLE sentences (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL,
    span_document TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, span_words TEXT,
    passage TEXT NOT NULL, kind TEXT NOT NULL
) STRICT;

CREATE TABLE citations ( -- markers such as [12]
    position INTEGER PRIMARY KEY, id TEXT NOT NULL,
    span_document TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, span_words TEXT,
    label TEXT NOT NULL, passage TEXT NOT NULL,
    sentence TEXT, -- the one that it supports; NULL for an orphan
    covers_document TEXT, covers_start INTEGER, covers_end INTEGER, covers_words TEXT
) STRICT;

CREATE TABLE times ( -- time expressions
    position INTEGER PRIMARY KEY, id TEXT NOT NULL,
    span_document TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, span_words TEXT,
    phrase_document TEXT NOT NULL, phrase_start INTEGER NOT NULL, phrase_end INTEGER NOT NULL, phrase_words TEXT,
    kind TEXT NOT NULL, -- TIMEX3: DATE, TIME, DURATION, SET
    value TEXT, -- TIMEX3
    start_earliest INTEGER, start_latest INTEGER, end_earliest INTEGER, end_latest INTEGER,
    edtf TEXT, -- NULL where the words give no day; so are the columns around it
    precision TEXT, lasting INTEGER, approximate INTEGER, uncertain INTEGER, calendar TEXT,
    basis TEXT NOT NULL, -- stated, relative, inherited, none
    relation TEXT NOT NULL, -- in, after, before, since, until, by
    evidence INTEGER NOT NULL,
    anchor_document TEXT, anchor_start INTEGER, anchor_end INTEGER, anchor_words TEXT,
    offset_min_days INTEGER, offset_max_days INTEGER, -- days from something else
    offset_anchor_document TEXT, offset_anchor_start INTEGER, offset_anchor_end INTEGER, offset_anchor_words TEXT,
    offset_inside INTEGER -- NULL where it counts from nothing else
) STRICT;
CREATE TABLE time_notes (
    owner INTEGER NOT NULL, position INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions ( -- words that stand for somebody or something
    position INTEGER PRIMARY KEY, id TEXT NOT NULL,
    span_document TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, span_words TEXT,
    kind TEXT NOT NULL, form TEXT NOT NULL, -- name, description, pronoun
    entity TEXT, -- NULL where the text does not say for whom
    evidence INTEGER NOT NULL, refers INTEGER NOT NULL
) STRICT;

CREATE TABLE entities (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, evidence INTEGER NOT NULL,
    coordinates_latitude REAL, coordinates_longitude REAL, coordinates_source TEXT,
    part_of TEXT
) STRICT;
CREATE TABLE entity_names (
    owner INTEGER NOT NULL, position INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE entity_mentions (
    owner INTEGER NOT NULL, position INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims ( -- what one source says happened
    position INTEGER PRIMARY KEY, id TEXT NOT NULL, type TEXT NOT NULL,
    trigger_document TEXT NOT NULL, trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL, trigger_words TEXT,
    sentence TEXT NOT NULL,
    status TEXT NOT NULL, -- asserted, planned, denied, reported, possible
    time_start_earliest INTEGER, time_start_latest INTEGER, time_end_earliest INTEGER, time_end_latest INTEGER,
    time_edtf TEXT, -- NULL where the source does not say when; so are the columns around it
    time_precision TEXT, time_lasting INTEGER, time_approximate INTEGER, time_uncertain INTEGER, time_calendar TEXT,
    time_basis TEXT NOT NULL, time_expression TEXT,
    time_quote_document TEXT, time_quote_start INTEGER, time_quote_end INTEGER, time_quote_words TEXT,
    confidence REAL NOT NULL, evidence INTEGER NOT NULL,
    said_by_document TEXT, said_by_start INTEGER, said_by_end INTEGER, said_by_words TEXT,
    status_cue_document TEXT, status_cue_start INTEGER, status_cue_end INTEGER, status_cue_words TEXT
) STRICT;
CREATE TABLE claim_roles ( -- who and what took part
    owner INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,
    span_document TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, span_words TEXT,
    entity TEXT, rule TEXT NOT NULL, PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE claim_citations (
    owner INTEGER NOT NULL, position INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE links ( -- one claim comes before another: min_days <= later - earlier <= max_days
    position INTEGER PRIMARY KEY, id TEXT NOT NULL, earlier TEXT NOT NULL, later TEXT NOT NULL,
    evidence INTEGER NOT NULL, min_days INTEGER NOT NULL, max_days INTEGER, strict INTEGER NOT NULL
) STRICT;

-- Why: the words, the rule that read them, and the findings that a finding rests on -----------------------------------

CREATE TABLE evidence (position INTEGER PRIMARY KEY, rule TEXT NOT NULL) STRICT;
CREATE TABLE evidence_quotes (
    owner INTEGER NOT NULL, position INTEGER NOT NULL,
    span_document TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, span_words TEXT,
    PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE evidence_derived_from (
    owner INTEGER NOT NULL, position INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- What follows --------------------------------------------------------------------------------------------------------

CREATE TABLE events ( -- claims of one happening
    position INTEGER PRIMARY KEY, id TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, reason TEXT NOT NULL,
    first_day INTEGER, last_day INTEGER, length_class INTEGER
) STRICT;
CREATE TABLE event_claims (
    owner INTEGER NOT NULL, position INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_dates ( -- after everything that the sources say of order and distance
    position INTEGER PRIMARY KEY, event TEXT NOT NULL,
    start_earliest INTEGER, start_latest INTEGER, end_earliest INTEGER, end_latest INTEGER, disputed INTEGER NOT NULL
) STRICT;
CREATE TABLE event_dates_start_from (
    owner INTEGER NOT NULL, position INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_dates_end_from (
    owner INTEGER NOT NULL, position INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE conflicts ( -- statements that cannot all hold
    position INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL
) STRICT;
CREATE TABLE conflict_statements (
    owner INTEGER NOT NULL, position INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE conflict_quotes (
    owner INTEGER NOT NULL, position INTEGER NOT NULL,
    span_document TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, span_words TEXT,
    PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE conflict_events (
    owner INTEGER NOT NULL, position INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE transitions ( -- what an event does to a holding
    position INTEGER PRIMARY KEY, event TEXT NOT NULL, change TEXT NOT NULL, -- starts, ends, observes
    fluent TEXT NOT NULL, key TEXT NOT NULL, key_entity TEXT, holder TEXT, holder_entity TEXT,
    strength TEXT NOT NULL, evidence INTEGER NOT NULL
) STRICT;

CREATE TABLE states ( -- who had what, from when to when
    position INTEGER PRIMARY KEY, id TEXT NOT NULL, fluent TEXT NOT NULL, key TEXT NOT NULL, key_entity TEXT,
    holder TEXT NOT NULL, holder_entity TEXT,
    since_earliest INTEGER, since_latest INTEGER, until_earliest INTEGER, until_latest INTEGER,
    started_by TEXT NOT NULL, certainty TEXT NOT NULL, evidence INTEGER NOT NULL,
    first_day INTEGER, last_day INTEGER, length_class INTEGER
) STRICT;
CREATE TABLE state_ended_by (
    owner INTEGER NOT NULL, position INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE gaps ( -- what the sources leave open
    position INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL,
    span_document TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, span_words TEXT,
    claim TEXT
) STRICT;
CREATE TABLE gap_related (
    owner INTEGER NOT NULL, position INTEGER NOT NULL,
    span_document TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, span_words TEXT,
    PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- For questions: nothing below holds anything that is not above -------------------------------------------------------

CREATE TABLE event_participants (
    event TEXT NOT NULL, role TEXT NOT NULL, name TEXT, entity TEXT,
    first_day INTEGER, last_day INTEGER, length_class INTEGER
) STRICT;

CREATE INDEX documents_id ON documents (id);
CREATE INDEX sentences_id ON sentences (id);
CREATE INDEX entities_id ON entities (id);
CREATE INDEX claims_id ON claims (id);
CREATE INDEX events_id ON events (id);
CREATE INDEX event_claims_value ON event_claims (value);
CREATE INDEX event_dates_event ON event_dates (event);
CREATE INDEX events_days ON events (length_class, first_day, last_day);
CREATE INDEX event_participants_days ON event_participants (name, length_class, first_day, last_day, event);
CREATE INDEX states_days ON states (length_class, first_day, last_day);
CREATE INDEX states_key_days ON states (key, length_class, first_day, last_day);

CREATE VIRTUAL TABLE sentence_search USING fts5 (
    span_words, content = 'sentences', content_rowid = 'position', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIEW readable_claims AS
SELECT c.position, c.id, d.name AS document, c.type, c.status, c.time_edtf AS edtf, c.trigger_words AS trigger,
    (SELECT group_concat(r.name || ': ' || r.span_words, '; ') FROM claim_roles AS r WHERE r.owner = c.position) AS roles,
    s.span_words AS sentence
FROM claims AS c LEFT JOIN documents AS d ON d.id = c.trigger_document LEFT JOIN sentences AS s ON s.id = c.sentence;

CREATE VIEW readable_states AS
SELECT position, id, fluent, key, holder, certainty, date(since_earliest) AS since_earliest,
    date(since_latest) AS since_latest, date(until_earliest) AS until_earliest, date(until_latest) AS until_latest
FROM states;
