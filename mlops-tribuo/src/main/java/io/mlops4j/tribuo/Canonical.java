package io.mlops4j.tribuo;

import com.google.protobuf.Any;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Protobuf messages as bytes, in the one order that protobuf calls deterministic. */
final class Canonical {

    private static final String TYPE_PREFIX = "type.googleapis.com/";

    private Canonical() {}

    static byte[] bytes(Message message) {
        byte[] bytes = new byte[message.getSerializedSize()];
        CodedOutputStream stream = CodedOutputStream.newInstance(bytes);
        stream.useDeterministicSerialization();
        try {
            message.writeTo(stream);
            stream.checkNoSpaceLeft();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    /** As {@link Any#pack}, which leaves the order of maps to chance. */
    static Any pack(Message message) {
        return Any.newBuilder()
                .setTypeUrl(TYPE_PREFIX + message.getDescriptorForType().getFullName())
                .setValue(UnsafeByteOperations.unsafeWrap(bytes(message)))
                .build();
    }
}
