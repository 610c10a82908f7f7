package io.mlops4j.testkit;

import static io.mlops4j.api.registry.Alias.CHAMPION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.error.PolicyViolationException;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.registry.AliasPolicy;
import io.mlops4j.api.registry.AuditEntry;
import io.mlops4j.api.registry.BundleSignature;
import io.mlops4j.api.registry.Checkpoint;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.TrustedKey;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whose word counts: signatures of bundles, trusted keys, and checkpoints of the audit. */
abstract class RegistryTrustContract extends RegistrySearchContract {

    private static final Duration YEAR = Duration.ofDays(365);

    private final KeyPair pair = pair("Ed25519");
    private final KeyPair other = pair("Ed25519");

    private static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    BundleSignature signature(ModelVersion version) {
        return signature(pair, version.digest());
    }

    private static BundleSignature signature(KeyPair keys, String digest) {
        return BundleSignature.sign(digest, keys.getPrivate(), keys.getPublic());
    }

    private static TrustedKey key(KeyPair keys) {
        return TrustedKey.of("release team", keys.getPublic(), START, START.plus(YEAR));
    }

    /** Two versions, a trusted key, and a champion that has to be signed. */
    private void signedChampions(int keys) {
        register(2);
        registry.policies().trust(key(pair), BEN);
        registry.policies().set(MODEL, CHAMPION, AliasPolicy.OPEN.signedBy(keys), BEN);
    }

    private void sign(int number, BundleSignature signature) {
        registry.sign(MODEL, number, signature, ANN);
    }

    private void assertRefused(String why) {
        PolicyViolationException refusal = catchThrowableOfType(PolicyViolationException.class, () -> move(0, 1));
        assertThat(refusal).as("the refusal of what is not signed").isNotNull();
        assertThat(refusal.reasons()).hasSize(1);
        assertThat(refusal.reasons().get(0).problem()).contains(why);
        assertThat(champion()).isZero();
    }

    @Test
    @Tag("T08")
    void takesAChampionThatATrustedKeySigned() {
        signedChampions(1);
        ModelVersion version = registry.version(MODEL, 1);
        sign(1, signature(version));
        sign(1, signature(version));
        assertThat(registry.version(MODEL, 1).state().signatures()).containsExactly(signature(version));
        assertThat(move(0, 1).to()).hasValue(1);
        assertThat(registry.verify().broken()).isEmpty();
    }

    @Test
    @Tag("T08")
    void refusesAChampionWithoutASignature() {
        signedChampions(1);
        assertRefused("0 of its 0 signatures count");
    }

    @Test
    @Tag("T08")
    void refusesTheSignatureOfAnotherBundle() {
        signedChampions(1);
        sign(1, signature(pair, registry.version(MODEL, 2).digest()));
        assertRefused("is not one of this bundle");
    }

    @Test
    @Tag("T08")
    void refusesASignatureThatAnotherKeyMadeInTheNameOfATrustedOne() {
        signedChampions(1);
        BundleSignature forged = signature(other, registry.version(MODEL, 1).digest());
        sign(1, new BundleSignature(key(pair).id(), forged.value()));
        assertRefused("is not one of this bundle");
    }

    @Test
    @Tag("T08")
    void refusesAKeyThatNobodyTrusts() {
        signedChampions(1);
        sign(1, signature(other, registry.version(MODEL, 1).digest()));
        assertRefused("is not trusted");
    }

    @Test
    @Tag("T08")
    void countsAKeyFromItsFirstInstantToBeforeItsLast() {
        signedChampions(1);
        sign(1, signature(registry.version(MODEL, 1)));
        clock.set(START.minusNanos(1));
        assertRefused("does not count yet");
        clock.set(START.plus(YEAR));
        assertRefused("has expired");
        clock.set(START.plus(YEAR).minusNanos(1));
        assertThat(move(0, 1).to()).hasValue(1);
    }

    @Test
    @Tag("T08")
    void neverCountsARevokedKeyAgain() {
        signedChampions(1);
        sign(1, signature(registry.version(MODEL, 1)));
        registry.policies().revoke(key(pair).id(), BEN);
        registry.policies().revoke(key(pair).id(), BEN);
        assertRefused("was revoked");
        Refusal.of(
                "trusting it again",
                ConflictException.class,
                () -> registry.policies().trust(key(pair), BEN));
        assertThat(registry.policies().keys()).containsExactly(key(pair).revoked(START));
        assertThat(events.events(LifecycleEvent.KeyTrustChanged.class)).hasSize(2);
    }

    @Test
    @Tag("T08")
    void countsAKeyOnlyForItsModels() {
        signedChampions(1);
        sign(1, signature(registry.version(MODEL, 1)));
        registry.policies().trust(key(pair).only("fares"), BEN);
        assertRefused("may not sign this model");
        registry.policies().trust(key(pair).only("fares", MODEL), BEN);
        assertThat(move(0, 1).to()).hasValue(1);
    }

    @Test
    @Tag("T08")
    void countsEachKeyOnce() {
        signedChampions(2);
        String digest = registry.version(MODEL, 1).digest();
        sign(1, signature(pair, digest));
        assertRefused("1 of its 1 signatures count");
        registry.policies().trust(key(other), BEN);
        sign(1, signature(other, digest));
        assertThat(move(0, 1).to()).hasValue(1);
    }

    @Test
    @Tag("T08")
    void doesNotGoBackToWhatIsNotSigned() {
        register(2);
        move(0, 1);
        move(1, 2);
        registry.policies().set(MODEL, CHAMPION, AliasPolicy.OPEN.signedBy(1), BEN);
        PolicyViolationException refusal =
                catchThrowableOfType(PolicyViolationException.class, () -> registry.rollback(MODEL, CHAMPION, BEN));
        assertThat(refusal).as("the refusal to go back").isNotNull();
        assertThat(champion()).isEqualTo(2);
    }

    @Test
    @Tag("T21")
    void takesNothingButKeysAndSignaturesAndShowsNoPrivateKey() {
        KeyPair rsa = pair("RSA");
        for (Runnable wrong : new Runnable[] {
            () -> TrustedKey.of("x", rsa.getPublic(), START, START),
            () -> BundleSignature.sign("x", rsa.getPrivate(), pair.getPublic()),
            () -> BundleSignature.sign("x", pair.getPrivate(), rsa.getPublic()),
            () -> BundleSignature.sign("x", other.getPrivate(), pair.getPublic()),
            () -> new BundleSignature("x", signature(pair, "x").value()),
            () -> new BundleSignature(key(pair).id(), "AAAA"),
            () -> new BundleSignature(key(pair).id(), "no base64!"),
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(wrong::run)
                    .withMessageNotContaining(pair.getPrivate().toString());
        }
        Refusal.of(
                "revoking a key that nobody knows",
                NotFoundException.class,
                () -> registry.policies().revoke(key(other).id(), BEN));
    }

    @Test
    void auditsKeysUnderNoModel() {
        registry.policies().trust(key(pair), BEN);
        registry.policies().trust(key(pair), BEN);
        registry.policies().revoke(key(pair).id(), ANN);
        assertThat(registry.audit("*")).extracting(AuditEntry::action).containsExactly("trust-key", "revoke-key");
        assertThat(registry.verify().broken()).isEmpty();
    }

    // checkpoints

    @Test
    @Tag("T09")
    void knowsTheAuditThatACheckpointSaw() {
        register(1);
        String text = Checkpoint.of(registry.verify(), START).signed(pair.getPrivate(), pair.getPublic());
        register(2);
        Checkpoint checkpoint = Checkpoint.read(text, pair.getPublic());
        assertThat(checkpoint.entries()).isEqualTo(1);
        assertThat(registry.verify(checkpoint).broken()).isEmpty();
        assertThat(registry.verify(checkpoint).entries()).isEqualTo(3);
    }

    @Test
    @Tag("T09")
    void seesThatTheAuditIsNotTheOneOfACheckpoint() {
        register(1);
        Checkpoint longer = new Checkpoint(2, registry.verify().lastHash(), START);
        Checkpoint rewritten = new Checkpoint(1, "ab".repeat(32), START);
        assertThat(registry.verify(longer).broken()).as("a chain that was cut").isPresent();
        assertThat(registry.verify(rewritten).broken())
                .as("a chain that was rewritten")
                .hasValueSatisfying(link -> assertThat(link.sequence()).isEqualTo(1));
    }

    @Test
    @Tag("T08")
    @Tag("T09")
    void takesNoCheckpointThatTheKeyDidNotSign() {
        String text = Checkpoint.of(registry.verify(), START).signed(pair.getPrivate(), pair.getPublic());
        assertThat(Checkpoint.read(text, pair.getPublic())).isEqualTo(new Checkpoint(0, "0".repeat(64), START));
        for (String wrong : new String[] {
            "",
            text + "\n",
            text.replace("entries 0", "entries 1"),
            text.replace("hash 0", "hash 1"),
            text.replace("59Z", "58Z").replace("0000001Z", "0000002Z"),
            text.substring(0, text.indexOf("key")),
            text.replaceAll("signature .*", "signature " + "A".repeat(86) + "=="),
        }) {
            Refusal.of("a checkpoint", CorruptArtifactException.class, () -> Checkpoint.read(wrong, pair.getPublic()));
        }
        Refusal.of(
                "the key of somebody else",
                CorruptArtifactException.class,
                () -> Checkpoint.read(text, other.getPublic()));
    }
}
