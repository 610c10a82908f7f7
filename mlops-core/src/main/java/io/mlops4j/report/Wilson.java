package io.mlops4j.report;

/**
 * Where a share probably lies that was seen in some rows: the interval of Wilson (1927) at 95 %, which never leaves 0 to 1.
 *
 * @param lower the lower end
 * @param upper the upper end
 */
record Wilson(double lower, double upper) {

    private static final double Z = 1.959963984540054;

    static Wilson of(double share, long rows) {
        double z2 = Z * Z / rows;
        double middle = (share + z2 / 2) / (1 + z2);
        double reach = Z / (1 + z2) * Math.sqrt(share * (1 - share) / rows + z2 / (4 * rows));
        return new Wilson(Math.max(0, middle - reach), Math.min(1, middle + reach));
    }
}
