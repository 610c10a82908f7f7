package io.mlops4j.bundle;

import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.api.train.TreeEnsemble;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The flat arrays: a header of four numbers, and what {@link LinearArrays} or {@link TreeArrays} put behind it. */
final class ModelPart {

    static final int HEADER = 4 * Integer.BYTES;

    private static final int LINEAR = 1;
    private static final int TREES = 2;

    private ModelPart() {}

    static byte[] encode(ModelForm form) {
        boolean linear = form instanceof LinearModel;
        long size = form instanceof LinearModel model ? LinearArrays.size(model) : TreeArrays.size((TreeEnsemble) form);
        if (HEADER + size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(form + " needs " + size + " bytes, a part has at most "
                    + Integer.MAX_VALUE + ". Train a smaller model.");
        }
        ByteBuffer out = ByteBuffer.allocate((int) (HEADER + size)).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(linear ? LINEAR : TREES)
                .putInt(code(form.link()))
                .putInt(form.margins())
                .putInt(form.features());
        if (form instanceof LinearModel model) {
            LinearArrays.encode(model, out);
        } else {
            TreeArrays.encode((TreeEnsemble) form, out);
        }
        return out.array();
    }

    static ModelForm decode(ByteBuffer in, BundleLimits.Model limits) {
        require(in.remaining() >= HEADER, "it is shorter than its header.");
        int kind = in.getInt();
        Link link = link(in.getInt());
        int margins = in.getInt();
        int features = in.getInt();
        require(margins >= 1 && features >= 0, "it declares " + margins + " margins and " + features + " features.");
        return switch (kind) {
            case LINEAR -> LinearArrays.decode(in, link, margins, features, limits);
            case TREES -> TreeArrays.decode(in, link, margins, features, limits);
            default -> throw Part.MODEL.corrupt("there is no kind " + kind + " of a model.");
        };
    }

    /** What was declared has to be there to the byte, before an array is made of it. */
    static void requireRemaining(ByteBuffer in, long declared) {
        require(
                in.remaining() == declared,
                "its counts ask for " + declared + " bytes of arrays, it has " + in.remaining() + ".");
    }

    static void requireWithin(long count, int limit, String what) {
        if (count > limit) {
            throw new BeyondLimitException(
                    "part 'model.bin': it declares " + count + " " + what + ", the limit is " + limit + ".", "model");
        }
    }

    static void require(boolean sound, String problem) {
        if (!sound) {
            throw Part.MODEL.corrupt(problem);
        }
    }

    /** Not the ordinal: the order of the constants may change, the format may not. */
    private static int code(Link link) {
        return switch (link) {
            case IDENTITY -> 0;
            case LOGISTIC -> 1;
            case SOFTMAX -> 2;
        };
    }

    private static Link link(int code) {
        return switch (code) {
            case 0 -> Link.IDENTITY;
            case 1 -> Link.LOGISTIC;
            case 2 -> Link.SOFTMAX;
            default -> throw Part.MODEL.corrupt("there is no link " + code + ".");
        };
    }
}
