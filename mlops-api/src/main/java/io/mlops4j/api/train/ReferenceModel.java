package io.mlops4j.api.train;

/**
 * A model as the library that trained it stores it. Opened only on request, by the {@link ModelFormat} of its name.
 */
public final class ReferenceModel {

    private final String format;
    private final byte[] bytes;

    /**
     * A stored model.
     *
     * @param format the name of the format
     * @param bytes the model; copied
     */
    public ReferenceModel(String format, byte[] bytes) {
        this.format = format;
        this.bytes = bytes.clone();
    }

    /**
     * The name of the format.
     *
     * @return as in {@link ModelFormat#name()}
     */
    public String format() {
        return format;
    }

    /**
     * The stored bytes.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return format + ", " + bytes.length + " bytes";
    }
}
