package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.StoredBlob;
import io.mlops4j.storage.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What somebody could get wrong. Each one is the real code with one thing done otherwise. */
enum SeededBug {
    NO_FORCE_OF_THE_BLOB {
        @Override
        CrashWorld world(long seed) {
            return new CrashWorld(seed) {
                @Override
                Disk disk(CrashDisk sound) {
                    return new OtherDisk(sound) {
                        @Override
                        void forceFile(Temporary file) {}
                    };
                }
            };
        }
    },

    NO_FORCE_OF_THE_FOLDER {
        @Override
        CrashWorld world(long seed) {
            return new CrashWorld(seed) {
                @Override
                Disk disk(CrashDisk sound) {
                    return new OtherDisk(sound) {
                        @Override
                        public void force(Path folder) {}
                    };
                }
            };
        }
    },

    /** As SQLite does it with {@code synchronous=NORMAL}. */
    ACKNOWLEDGED_BEFORE_THE_COMMIT_IS_DURABLE {
        @Override
        CrashWorld world(long seed) {
            return new CrashWorld(seed) {
                @Override
                byte[] surviving(byte[] before, byte[] committed) {
                    return before;
                }
            };
        }
    },

    THE_ROW_BEFORE_THE_BLOB {
        @Override
        CrashWorld world(long seed) {
            return new CrashWorld(seed) {
                private final List<Runnable> later = new ArrayList<>();

                @Override
                BlobStore blobs(CrashDisk crashing, Path folder) {
                    return new OtherBlobs(super.blobs(crashing, folder)) {
                        @Override
                        public void put(BundleContent content) {
                            later.add(() -> super.put(content));
                        }
                    };
                }

                @Override
                void afterCommit() {
                    List<Runnable> due = List.copyOf(later);
                    later.clear();
                    due.forEach(Runnable::run);
                }
            };
        }
    },

    OVERWRITING_IN_PLACE {
        @Override
        CrashWorld world(long seed) {
            return new CrashWorld(seed) {
                @Override
                BlobStore blobs(CrashDisk crashing, Path folder) {
                    return new OtherBlobs(super.blobs(crashing, folder)) {
                        @Override
                        public void put(BundleContent content) {
                            super.put(content);
                            try {
                                crashing.overwrite(Survivor.file(content.digest()), content.bytes());
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        }
                    };
                }
            };
        }
    },

    NO_ROW_OF_THE_AUDIT {
        @Override
        CrashWorld world(long seed) {
            return new CrashWorld(seed) {
                @Override
                void prepare(CrashDatabase sound) {
                    sound.execute("CREATE TRIGGER forgets BEFORE INSERT ON mlops_audit WHEN NEW.action = 'move-alias'"
                            + " BEGIN SELECT RAISE(IGNORE); END");
                }
            };
        }
    },

    SWEEP_WITHOUT_GRACE_OR_MARKS {
        @Override
        CrashWorld world(long seed) {
            return new CrashWorld(seed) {
                @Override
                void sweep(Database sound, BlobStore store) {
                    try (Stream<StoredBlob> all = store.list()) {
                        all.map(StoredBlob::digest)
                                .filter(digest ->
                                        !sound.query("look", handle -> new NeededBlobs(handle).contains(digest)))
                                .forEach(store::delete);
                    }
                }
            };
        }
    },

    /** The marks are taken away, but nobody who stored a blob before can notice. */
    SWEEP_THAT_COUNTS_NO_GENERATION {
        @Override
        CrashWorld world(long seed) {
            return new CrashWorld(seed) {
                @Override
                void prepare(CrashDatabase sound) {
                    sound.execute("CREATE TRIGGER forgets BEFORE UPDATE ON mlops_blob_generation"
                            + " BEGIN SELECT RAISE(IGNORE); END");
                }

                @Override
                Duration grace() {
                    return Duration.ZERO;
                }
            };
        }
    },

    /** A second one who stores the same blob puts a file in its place that is not forced, because the first one did that. */
    RENAMING_OVER_A_BLOB_THAT_IS_THERE {
        @Override
        CrashWorld world(long seed) {
            return new CrashWorld(seed) {
                @Override
                Disk disk(CrashDisk sound) {
                    return new OtherDisk(sound) {
                        private final Map<Path, Temporary> unforced = new HashMap<>();

                        @Override
                        void forceFile(Temporary file) {
                            unforced.put(file.path(), file);
                        }

                        @Override
                        public void link(Path temporary, Path file) throws IOException {
                            if (sound.size(file) < 0) {
                                unforced.get(temporary).force();
                            }
                            super.replace(temporary, file);
                        }

                        @Override
                        public long size(Path file) {
                            return -1;
                        }
                    };
                }
            };
        }
    };

    abstract CrashWorld world(long seed);
}
