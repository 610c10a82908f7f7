package io.mlops4j.bundle;

/** The program of {@link SameBytesTest}'s other processes. */
final class DigestPrinter {

    private DigestPrinter() {}

    public static void main(String[] arguments) {
        byte[] bytes = Bundles.assemble(Samples.linear()).content().bytes();
        System.out.print(Samples.reader().read(bytes).digest() + " "
                + Bundles.assemble(Samples.trees()).digest());
    }
}
