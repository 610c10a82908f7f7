-- What is known of a model; tags are a JSON object of texts.
ALTER TABLE mlops_model ADD COLUMN owner TEXT;
ALTER TABLE mlops_model ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE mlops_model ADD COLUMN tags TEXT NOT NULL DEFAULT '{}';
ALTER TABLE mlops_model ADD COLUMN four_eyes INTEGER NOT NULL DEFAULT 0 CHECK (four_eyes IN (0, 1));

-- The row of the audit that registered a version, which orders the versions of all models.
ALTER TABLE mlops_version ADD COLUMN sequence BIGINT;
UPDATE mlops_version SET sequence = registered.sequence
FROM mlops_audit AS registered
WHERE registered.action = 'register'
    AND registered.model = mlops_version.model
    AND registered.version = mlops_version.number;
CREATE UNIQUE INDEX mlops_version_sequence ON mlops_version (sequence);
CREATE INDEX mlops_version_model ON mlops_version (model, sequence);
CREATE INDEX mlops_version_digest ON mlops_version (digest);

-- Canonical JSON, all of it; no facts or origin means that nothing is known. A version whose deletion is final needs its
-- bundle no more.
ALTER TABLE mlops_version ADD COLUMN facts TEXT;
ALTER TABLE mlops_version ADD COLUMN origin TEXT;
ALTER TABLE mlops_version ADD COLUMN tags TEXT NOT NULL DEFAULT '{}';
ALTER TABLE mlops_version ADD COLUMN signatures TEXT NOT NULL DEFAULT '[]';
ALTER TABLE mlops_version ADD COLUMN deletion TEXT NOT NULL DEFAULT 'none'
    CHECK (deletion IN ('none', 'soft', 'final'));
ALTER TABLE mlops_version ADD COLUMN deleted_at BIGINT;
-- Only of what is deleted: an index of what is not would tempt a search away from its order.
CREATE INDEX mlops_version_deleted ON mlops_version (deleted_at) WHERE deletion = 'soft';

-- For search only: what the versions say, once more. A term is a tag, the run, the commit or the training data.
CREATE TABLE mlops_version_term (
    sequence BIGINT NOT NULL,
    term TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (sequence, term)
);

CREATE INDEX mlops_version_term_value ON mlops_version_term (term, value, sequence);

CREATE TABLE mlops_version_metric (
    sequence BIGINT NOT NULL,
    metric TEXT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (sequence, metric)
);

CREATE INDEX mlops_version_metric_value ON mlops_version_metric (metric, value, sequence);

-- The policies of aliases that are not open, as canonical JSON.
CREATE TABLE mlops_alias_policy (
    model TEXT NOT NULL,
    alias TEXT NOT NULL,
    policy TEXT NOT NULL,
    PRIMARY KEY (model, alias)
);

-- The keys that were ever trusted, as canonical JSON.
CREATE TABLE mlops_key (
    id TEXT PRIMARY KEY,
    content TEXT NOT NULL
);
