package io.mlops4j.tribuo;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.UnsupportedModelException;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tribuo.protos.core.ModelProto;

/**
 * Decides whether stored bytes may reach Tribuo and XGBoost. Tribuo's own loading initialises whatever class the bytes name, at
 * any depth, before it looks at its type; so the numbers alone are taken from the bytes, the whole message is written anew from
 * them and the names of features and outputs, and only if not a byte differs are they let through.
 */
final class Preflight {

    /** Far above any model of these trainers; checked before anything is read. */
    static final int MOST_BYTES = 1 << 28;

    private static final int DEEPEST = 16;

    private final FeatureOrder order;
    private final Outputs<?> outputs;

    Preflight(FeatureOrder order, Outputs<?> outputs) {
        this.order = order;
        this.outputs = outputs;
    }

    CheckedModel check(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw refused("it has " + bytes.length + " bytes, more than " + MOST_BYTES, null);
        }
        try {
            return checked(bytes);
        } catch (InvalidProtocolBufferException | NumberFormatException e) {
            // what the parsers say may quote the bytes
            throw refused("it is no such message", null);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw refused(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw refused("it cannot be read", e);
        }
    }

    private CheckedModel checked(byte[] bytes) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        in.setRecursionLimit(DEEPEST);
        ModelProto message = ModelProto.parseFrom(in);
        in.checkLastTagWas(0);
        CheckedModel model = decode(message);
        if (!Arrays.equals(bytes, Canonical.bytes(model.message()))) {
            throw new IllegalArgumentException("it is not what this library, with Tribuo " + org.tribuo.Tribuo.VERSION
                    + ", writes for these features and outputs");
        }
        return model;
    }

    private CheckedModel decode(ModelProto message) throws InvalidProtocolBufferException {
        if (message.getClassName().equals(BoosterProto.TYPE)) {
            byte[] booster = BoosterProto.decode(message);
            BoosterReader.read(booster, outputs, order);
            return new CheckedModel.Trees(BoosterProto.encode(outputs, order, booster), booster);
        } else if (message.getClassName().equals(outputs.linearClass())) {
            return new CheckedModel.Linear(
                    LinearProto.encode(outputs, order, LinearProto.decode(message, outputs, order)));
        }
        // the name does not enter the message: it may be anything
        throw new UnsupportedModelException("The stored model is of a kind that the format '" + TribuoFormat.NAME
                + "' does not open here: expected a linear model or XGBoost, with the outputs of the bundle.");
    }

    private static CorruptArtifactException refused(String reason, @Nullable Throwable cause) {
        return new CorruptArtifactException(
                "The stored model of the format '" + TribuoFormat.NAME + "' was refused before it was opened: " + reason
                        + ". Restore a good copy of the bundle.",
                cause);
    }
}
