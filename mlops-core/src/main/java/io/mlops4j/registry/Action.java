package io.mlops4j.registry;

import java.util.Arrays;
import java.util.Locale;

/** What the audit calls the changes, and what each is about. */
enum Action {
    REGISTER(Subject.VERSION),
    REFUSE_REGISTRATION(Subject.NOTHING),
    APPROVE(Subject.VERSION),
    REJECT(Subject.VERSION),
    TAG(Subject.VERSION),
    SIGN(Subject.VERSION),
    DELETE(Subject.VERSION),
    RESTORE(Subject.VERSION),
    PURGE(Subject.VERSION),
    MOVE_ALIAS(Subject.ALIAS),
    ROLLBACK_ALIAS(Subject.ALIAS),
    DESCRIBE_MODEL(Subject.MODEL),
    SET_POLICY(Subject.POLICY),
    TRUST_KEY(Subject.KEY),
    REVOKE_KEY(Subject.KEY);

    private final Subject subject;

    Action(Subject subject) {
        this.subject = subject;
    }

    Subject subject() {
        return subject;
    }

    /** As it stands in a row. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a row says was done. */
    static Action of(String text) {
        return Arrays.stream(values())
                .filter(action -> action.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action is called '" + text + "'"));
    }
}
