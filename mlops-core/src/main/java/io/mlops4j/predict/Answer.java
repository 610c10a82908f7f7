package io.mlops4j.predict;

import io.mlops4j.api.error.PredictionFailedException;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.ModelForm;
import java.util.Optional;

/** Makes the answer out of margins: the same exponential on every machine, and never a NaN. */
final class Answer {

    private enum Kind {
        NUMBER,
        TWO_CLASSES,
        SEVERAL_CLASSES
    }

    private final Kind kind;
    private final int outputs;
    private final boolean secondIsPositive;

    private Answer(Kind kind, int outputs, boolean secondIsPositive) {
        this.kind = kind;
        this.outputs = outputs;
        this.secondIsPositive = secondIsPositive;
    }

    static Answer of(ModelForm form, Optional<Classes> classes) {
        int expected = form.link() == Link.IDENTITY ? 0 : form.link() == Link.LOGISTIC ? 2 : form.margins();
        int found = classes.map(Classes::size).orElse(0);
        if (expected != found) {
            throw new UnsupportedModelException("A model with link " + form.link() + " and " + form.margins()
                    + " margins gives "
                    + (expected == 0 ? "a number" : "a probability for each of " + expected + " classes") + ", but "
                    + (found == 0 ? "no classes are declared." : found + " classes are declared."));
        }
        boolean second = classes.map(all -> all.positiveIndex() == 1).orElse(false);
        return new Answer(
                found == 0 ? Kind.NUMBER : found == 2 ? Kind.TWO_CLASSES : Kind.SEVERAL_CLASSES,
                Math.max(1, found),
                second);
    }

    int outputs() {
        return outputs;
    }

    boolean isSingle() {
        return kind != Kind.SEVERAL_CLASSES;
    }

    /** The number of a regression, or the probability of the positive of two classes. */
    double single(double[] margins) {
        double margin = requireFinite(margins[0]);
        if (kind == Kind.NUMBER) {
            return margin;
        }
        double second = logistic(margin);
        return secondIsPositive ? second : 1 - second;
    }

    /** Writes all outputs. */
    void write(double[] margins, double[] out, int from) {
        switch (kind) {
            case NUMBER -> out[from] = requireFinite(margins[0]);
            case TWO_CLASSES -> {
                double second = logistic(requireFinite(margins[0]));
                out[from] = 1 - second;
                out[from + 1] = second;
            }
            case SEVERAL_CLASSES -> softmax(margins, out, from);
        }
    }

    private static double logistic(double margin) {
        return 1 / (1 + Exponential.of(-margin));
    }

    private void softmax(double[] margins, double[] out, int from) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < outputs; i++) {
            largest = Math.max(largest, requireFinite(margins[i]));
        }
        double sum = 0;
        for (int i = 0; i < outputs; i++) {
            out[from + i] = Exponential.of(margins[i] - largest);
            sum += out[from + i];
        }
        for (int i = 0; i < outputs; i++) {
            out[from + i] /= sum;
        }
    }

    private static double requireFinite(double margin) {
        if (Math.abs(margin) <= Double.MAX_VALUE) {
            return margin;
        }
        throw new PredictionFailedException(
                "The model gives a margin of " + margin
                        + ", not a finite number: some numbers of the row are too large for it. Check them, or clip them before training.",
                null);
    }
}
