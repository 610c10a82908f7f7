package io.mlops4j.registry;

import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.registry.AliasPolicy;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.Policies;
import io.mlops4j.api.registry.TrustedKey;
import io.mlops4j.environment.Environment;
import io.mlops4j.registry.Change.Done;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The rules of a registry in a database. */
final class SqlPolicies implements Policies {

    private final Database database;
    private final Environment environment;

    SqlPolicies(Database database, Environment environment) {
        this.database = database;
        this.environment = environment;
    }

    @Override
    public AliasPolicy of(String model, String alias) {
        return database.query("read the policy of an alias", handle -> new PolicyTable(handle).of(model, alias));
    }

    @Override
    public void set(String model, String alias, AliasPolicy policy, Decision decision) {
        Done<Instant> done = change(
                "set the policy of an alias", change -> new PolicyChanges(change).set(model, alias, policy, decision));
        if (done.changed()) {
            environment.emitter().emit(new LifecycleEvent.PolicySet(done.value(), model, alias, policy));
        }
    }

    @Override
    public List<TrustedKey> keys() {
        return database.query("list the trusted keys", handle -> new PolicyTable(handle).keys());
    }

    @Override
    public void trust(TrustedKey key, Decision decision) {
        tell(change("trust a key", change -> new PolicyChanges(change).trust(key, decision)));
    }

    @Override
    public void revoke(String id, Decision decision) {
        tell(change("revoke a key", change -> new PolicyChanges(change).revoke(id, decision)));
    }

    private void tell(Done<TrustedKey> done) {
        if (done.changed()) {
            environment
                    .emitter()
                    .emit(new LifecycleEvent.KeyTrustChanged(
                            environment.clock().instant(), PolicyChanges.EVERY_MODEL, done.value()));
        }
    }

    private <T> T change(String what, Function<Change, T> work) {
        return database.write(what, handle -> work.apply(new Change(handle, environment.clock())));
    }
}
