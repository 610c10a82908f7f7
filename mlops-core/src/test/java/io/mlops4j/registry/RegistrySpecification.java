package io.mlops4j.registry;

import io.mlops4j.registry.RegistryOperation.Approve;
import io.mlops4j.registry.RegistryOperation.Delete;
import io.mlops4j.registry.RegistryOperation.FourEyes;
import io.mlops4j.registry.RegistryOperation.Move;
import io.mlops4j.registry.RegistryOperation.Purge;
import io.mlops4j.registry.RegistryOperation.Register;
import io.mlops4j.registry.RegistryOperation.Reject;
import io.mlops4j.registry.RegistryOperation.Restore;
import io.mlops4j.registry.RegistryOperation.Rollback;
import io.mlops4j.registry.RegistryOperation.SetPolicy;
import io.mlops4j.registry.RegistryOperation.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one model of a registry has to do, as plainly as it can be said. Knows nothing of the registry's own types. */
final class RegistrySpecification {

    private record Version(
            int bundle, String approval, String approver, String deletion, long deletedAt, Map<String, String> tags) {

        String standing() {
            return deletion.isEmpty() ? approval : deletion;
        }

        Version approval(String now, String by) {
            return new Version(bundle, now, by, deletion, deletedAt, tags);
        }

        Version deletion(String now, long at) {
            return new Version(bundle, approval, approver, now, at, tags);
        }

        Version tags(Map<String, String> now) {
            return new Version(bundle, approval, approver, deletion, deletedAt, now);
        }
    }

    private record Policy(boolean onlyApproved, int minimumVersion) {}

    private static final Policy OPEN = new Policy(false, 1);

    private final List<Version> versions = new ArrayList<>();
    private final Map<Integer, Integer> keys = new TreeMap<>();
    private final Map<String, Integer> aliases = new TreeMap<>();
    private final Map<String, List<Integer>> lines = new TreeMap<>();
    private final Map<String, Policy> policies = new TreeMap<>();
    private boolean fourEyes;
    private long now;
    private int changes;

    RegistrySpecification() {}

    RegistrySpecification copy() {
        RegistrySpecification copy = new RegistrySpecification();
        copy.versions.addAll(versions);
        copy.keys.putAll(keys);
        copy.aliases.putAll(aliases);
        lines.forEach((alias, line) -> copy.lines.put(alias, new ArrayList<>(line)));
        copy.policies.putAll(policies);
        copy.fourEyes = fourEyes;
        copy.now = now;
        copy.changes = changes;
        return copy;
    }

    void pass(long seconds) {
        now += seconds;
    }

    /** How many rows the audit has. */
    int changes() {
        return changes;
    }

    /** All that can be seen from outside. */
    String state() {
        StringBuilder state = new StringBuilder();
        for (int number = 1; number <= versions.size(); number++) {
            Version version = versions.get(number - 1);
            state.append("v" + number + " " + version.standing() + " " + version.tags() + "\n");
        }
        return state.append(aliases).toString();
    }

    String apply(RegistryOperation operation) {
        if (operation instanceof Register register) {
            return register(register);
        } else if (operation instanceof Move move) {
            return move(move);
        } else if (operation instanceof Rollback rollback) {
            return rollback(rollback.alias());
        } else if (operation instanceof SetPolicy set) {
            Policy policy = new Policy(set.onlyApproved(), set.minimumVersion());
            changes += policies.getOrDefault(set.alias(), OPEN).equals(policy) ? 0 : 1;
            policies.put(set.alias(), policy);
            return "set";
        } else if (operation instanceof FourEyes eyes) {
            changes += fourEyes == eyes.needed() ? 0 : 1;
            fourEyes = eyes.needed();
            return "described";
        } else if (operation instanceof Purge purge) {
            return purge(purge.graceSeconds());
        }
        int number = number(operation);
        return number > versions.size() ? "not found" : onVersion(operation, number, versions.get(number - 1));
    }

    private static int number(RegistryOperation operation) {
        return operation instanceof Approve approve
                ? approve.number()
                : operation instanceof Reject reject
                        ? reject.number()
                        : operation instanceof Tag tag
                                ? tag.number()
                                : operation instanceof Delete delete ? delete.number() : ((Restore) operation).number();
    }

    private String register(Register register) {
        Integer known = keys.get(register.key());
        if (register.key() != 0 && known != null) {
            return versions.get(known - 1).bundle() == register.bundle() ? "v" + known : "conflict";
        }
        versions.add(new Version(register.bundle(), "PENDING", "", "", 0, new TreeMap<>()));
        keys.put(register.key(), versions.size());
        changes++;
        return "v" + versions.size();
    }

    private String onVersion(RegistryOperation operation, int number, Version version) {
        boolean there = version.deletion().isEmpty();
        boolean named = aliases.containsValue(number);
        if (operation instanceof Restore) {
            return version.deletion().equals("PURGED")
                    ? "conflict"
                    : set(number, version, version.deletion("", 0)).standing();
        } else if (operation instanceof Delete) {
            return version.deletion().equals("PURGED") || (there && named)
                    ? "conflict"
                    : there
                            ? set(number, version, version.deletion("DELETED", now))
                                    .standing()
                            : "DELETED";
        } else if (!there) {
            return "conflict";
        } else if (operation instanceof Tag tag) {
            Map<String, String> tags = new TreeMap<>(version.tags());
            if (tag.value() == 0) {
                tags.remove(tag.tag());
            } else {
                tags.put(tag.tag(), "value " + tag.value());
            }
            return set(number, version, version.tags(tags)).tags().toString();
        } else if (operation instanceof Approve approve) {
            return version.approval().equals("REJECTED")
                    ? "conflict"
                    : version.approval().equals("APPROVED")
                            ? "APPROVED"
                            : fourEyes && approve.byAuthor()
                                    ? "policy"
                                    : set(
                                                    number,
                                                    version,
                                                    version.approval("APPROVED", approve.byAuthor() ? "ann" : "ben"))
                                            .standing();
        }
        return version.approval().equals("REJECTED")
                ? "REJECTED"
                : named
                        ? "conflict"
                        : set(number, version, version.approval("REJECTED", "ann"))
                                .standing();
    }

    private Version set(int number, Version before, Version after) {
        versions.set(number - 1, after);
        changes += before.equals(after) ? 0 : 1;
        return after;
    }

    private String purge(int graceSeconds) {
        List<Integer> purged = new ArrayList<>();
        for (int number = 1; number <= versions.size(); number++) {
            Version version = versions.get(number - 1);
            if (version.deletion().equals("DELETED") && version.deletedAt() <= now - graceSeconds) {
                set(number, version, version.deletion("PURGED", version.deletedAt()));
                purged.add(number);
            }
        }
        return purged.toString();
    }

    private String move(Move move) {
        int present = aliases.getOrDefault(move.alias(), 0);
        if (present != move.expected() || present == move.to()) {
            return "conflict";
        } else if (move.to() > versions.size()) {
            return "not found";
        } else if (move.to() != 0 && !mayGoLive(move.to())) {
            return "conflict";
        } else if (move.to() != 0 && !allows(move.alias(), move.to())) {
            return "policy";
        }
        put(move.alias(), move.to());
        if (move.to() != 0) {
            line(move.alias()).add(move.to());
        }
        return "moved";
    }

    private boolean mayGoLive(int number) {
        String standing = versions.get(number - 1).standing();
        return standing.equals("PENDING") || standing.equals("APPROVED");
    }

    private boolean allows(String alias, int number) {
        Policy policy = policies.getOrDefault(alias, OPEN);
        Version version = versions.get(number - 1);
        boolean approved = version.approval().equals("APPROVED")
                && !(fourEyes && version.approver().equals("ann"));
        return number >= policy.minimumVersion() && (approved || !policy.onlyApproved());
    }

    private List<Integer> line(String alias) {
        return lines.computeIfAbsent(alias, key -> new ArrayList<>());
    }

    private void put(String alias, int version) {
        if (version == 0) {
            aliases.remove(alias);
        } else {
            aliases.put(alias, version);
        }
        changes++;
    }

    private String rollback(String alias) {
        int present = aliases.getOrDefault(alias, 0);
        List<Integer> line = line(alias);
        boolean forbidden = false;
        for (int i = line.size() - (present == 0 ? 1 : 2); i >= 0; i--) {
            int holder = line.get(i);
            if (holder == present || !mayGoLive(holder)) {
                continue;
            } else if (allows(alias, holder)) {
                line.subList(i + 1, line.size()).clear();
                put(alias, holder);
                return "to v" + holder;
            }
            forbidden = true;
        }
        return forbidden ? "policy" : "not found";
    }
}
