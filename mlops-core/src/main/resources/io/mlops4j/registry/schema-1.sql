-- Times are nanoseconds since 1970. Never change this file: add the next one.

-- A model owns the number of its last version, so that numbers have neither gaps nor doubles.
CREATE TABLE mlops_model (
    name TEXT PRIMARY KEY,
    last_number INTEGER NOT NULL
);

-- The verdict is canonical JSON. All but the approval never changes.
CREATE TABLE mlops_version (
    model TEXT NOT NULL REFERENCES mlops_model (name),
    number INTEGER NOT NULL,
    digest TEXT NOT NULL,
    size BIGINT NOT NULL,
    verdict TEXT NOT NULL,
    registered_at BIGINT NOT NULL,
    registered_by TEXT NOT NULL,
    idempotency_key TEXT,
    approval TEXT NOT NULL CHECK (approval IN ('pending', 'approved', 'rejected')),
    approval_actor TEXT,
    approval_reason TEXT,
    approval_at BIGINT,
    PRIMARY KEY (model, number),
    UNIQUE (model, idempotency_key)
);

-- Where aliases stand, and which row of the audit put them there.
CREATE TABLE mlops_alias (
    model TEXT NOT NULL,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    since BIGINT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (model, name),
    FOREIGN KEY (model, version) REFERENCES mlops_version (model, number)
);

CREATE INDEX mlops_alias_version ON mlops_alias (model, version);

-- Each move of an alias has the number of its row in the audit; no version means that the alias did not exist.
CREATE TABLE mlops_alias_move (
    sequence BIGINT PRIMARY KEY,
    model TEXT NOT NULL,
    alias TEXT NOT NULL,
    from_version INTEGER,
    to_version INTEGER,
    rollback INTEGER NOT NULL CHECK (rollback IN (0, 1)),
    moved_at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL
);

CREATE INDEX mlops_alias_move_alias ON mlops_alias_move (model, alias, sequence);

-- Hash-chained: see docs/registry.md for what is hashed.
CREATE TABLE mlops_audit (
    sequence BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    action TEXT NOT NULL,
    model TEXT NOT NULL,
    version INTEGER,
    alias TEXT,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL,
    before_state TEXT NOT NULL,
    after_state TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
);

CREATE INDEX mlops_audit_model ON mlops_audit (model, sequence);

-- The last row of the audit. Whoever changes anything locks this row first, so changes happen one after the other.
CREATE TABLE mlops_audit_head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    sequence BIGINT NOT NULL,
    hash TEXT NOT NULL
);

INSERT INTO mlops_audit_head (one, sequence, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
