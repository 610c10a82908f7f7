package io.mlops4j.registry;

import io.mlops4j.api.registry.AliasPolicy;
import io.mlops4j.api.registry.TrustedKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The policies of aliases and the trusted keys, within one transaction. */
final class PolicyTable {

    private final Handle handle;

    PolicyTable(Handle handle) {
        this.handle = handle;
    }

    AliasPolicy of(String model, String alias) {
        return handle.createQuery("SELECT policy FROM mlops_alias_policy WHERE model = :model AND alias = :alias")
                .bind("model", model)
                .bind("alias", alias)
                .mapTo(String.class)
                .findOne()
                .map(text -> PolicyJson.read(text, "Alias " + alias + " of " + model))
                .orElse(AliasPolicy.OPEN);
    }

    void set(String model, String alias, AliasPolicy policy) {
        handle.createUpdate("DELETE FROM mlops_alias_policy WHERE model = :model AND alias = :alias")
                .bind("model", model)
                .bind("alias", alias)
                .execute();
        if (!policy.equals(AliasPolicy.OPEN)) {
            handle.createUpdate(
                            "INSERT INTO mlops_alias_policy (model, alias, policy) VALUES (:model, :alias, :policy)")
                    .bind("model", model)
                    .bind("alias", alias)
                    .bind("policy", PolicyJson.write(policy))
                    .execute();
        }
    }

    List<TrustedKey> keys() {
        return handle.createQuery("SELECT id, content FROM mlops_key ORDER BY id")
                .map((row, context) -> KeyJson.read(row.getString("content"), "Key " + row.getString("id")))
                .list();
    }

    Optional<TrustedKey> key(String id) {
        return handle.createQuery("SELECT content FROM mlops_key WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(text -> KeyJson.read(text, "Key " + id));
    }

    void set(TrustedKey key) {
        handle.createUpdate("INSERT INTO mlops_key (id, content) VALUES (:id, :content)"
                        + " ON CONFLICT (id) DO UPDATE SET content = excluded.content")
                .bind("id", key.id())
                .bind("content", KeyJson.write(key))
                .execute();
    }

    Stream<Stated> states() {
        return Stream.concat(
                handle
                        .createQuery("SELECT model, alias, policy FROM mlops_alias_policy")
                        .map((row, context) -> stated(
                                Subject.policy(row.getString("model"), row.getString("alias")),
                                row.getString("policy")))
                        .list()
                        .stream(),
                handle
                        .createQuery("SELECT id, content FROM mlops_key")
                        .map((row, context) -> stated(Subject.key(row.getString("id")), row.getString("content")))
                        .list()
                        .stream());
    }

    private static Stated stated(String name, String state) {
        return new Stated(name, () -> state);
    }
}
