-- Whether anything needs a blob is asked for each one.
CREATE INDEX IF NOT EXISTS mlops_version_digest ON mlops_version (digest);

-- Blobs that no version needs, on their way out: first condemned, then, after a time of grace, being deleted.
CREATE TABLE mlops_blob_mark (
    digest TEXT PRIMARY KEY,
    size BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('condemned', 'deleting')),
    since BIGINT NOT NULL
);

-- Counts how often blobs were deleted, so that a registration notices that it happened after it stored its own.
CREATE TABLE mlops_blob_generation (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    generation BIGINT NOT NULL
);

INSERT INTO mlops_blob_generation (one, generation)
VALUES (1, 0);

-- Blobs themselves, where the database keeps them too. SQLite takes any name of a type and keeps bytes as they are.
CREATE TABLE mlops_blob (
    digest TEXT PRIMARY KEY,
    size BIGINT NOT NULL,
    content BYTEA NOT NULL
);

-- What mlops_blob held under a digest that is not its own.
CREATE TABLE mlops_blob_quarantine (
    digest TEXT NOT NULL,
    found TEXT NOT NULL,
    content BYTEA NOT NULL,
    PRIMARY KEY (digest, found)
);
